// How far an import that has not ended has come.
// params: batchId STRING
// returns: checkpoint STRING
// access: READ
MATCH (batch:ImportBatch {importBatchId: $batchId})
WHERE batch.checkpoint IS NOT NULL
RETURN batch.checkpoint AS checkpoint
