// Tells one of our own people. What it says is what the newest telling says; it came to be, and became known,
// when the earliest says so. Neither depends on the order in which they arrive.
// params: rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $rows AS row
MERGE (user:User {userId: row.key})
WITH user, row, coalesce(user.version < row.version, true) AS newer
SET user += CASE WHEN newer THEN {name: row.name, version: row.version} ELSE {} END,
    user.occurredAt = CASE WHEN user.occurredAt < row.occurredAt THEN user.occurredAt ELSE row.occurredAt END,
    user.knownAt = CASE WHEN user.knownAt < row.knownAt THEN user.knownAt ELSE row.knownAt END
WITH user, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (user)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
