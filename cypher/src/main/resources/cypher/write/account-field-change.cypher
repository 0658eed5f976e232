// Tells that an attribute of an account took a value; all of it is the key but when it became known, which the earliest
// telling says.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (account:Account {accountId: row.accountId})
MERGE (change:FieldChange {fieldChangeId: row.key})
ON MATCH SET change.fieldChangeId = row.key
SET change.field = row.field,
    change.value = row.value,
    change.occurredAt = row.occurredAt,
    change.knownAt = CASE WHEN change.knownAt < row.knownAt THEN change.knownAt ELSE row.knownAt END
MERGE (account)-[:CHANGED]->(change)
WITH change, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (change)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
