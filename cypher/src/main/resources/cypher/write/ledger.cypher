// Enters source records into the ledger and answers which of them are new. The mark 'fresh' lives only within the
// transaction: whoever comes second waits for the record's lock and then finds it unmarked.
// params: batchId STRING, at DATETIME, given.rows LIST<MAP>
// returns: sourceRecordId STRING
// access: WRITE
MERGE (batch:ImportBatch {importBatchId: $batchId})
ON CREATE SET batch.startedAt = $at
WITH batch
UNWIND $given.rows AS row
MERGE (record:SourceRecord {sourceRecordId: row.sourceRecordId})
ON CREATE SET record += row, record.fresh = true
WITH batch, record
WHERE record.fresh
REMOVE record.fresh
CREATE (record)-[:PART_OF {ingestedAt: $at}]->(batch)
RETURN record.sourceRecordId AS sourceRecordId
