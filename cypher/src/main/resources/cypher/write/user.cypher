// Tells one of our own people, whole or one attribute: a row has no column for what it does not tell, and an empty text for what was taken
// away. Each attribute is what the newest telling of it says; it came to be, and became known, when the earliest says so.
// Neither depends on the order in which they arrive. What this telling said, and when, stays on its way to the record.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (user:User {userId: row.key})
ON MATCH SET user.userId = row.key
SET user += CASE WHEN row.name IS NOT NULL AND coalesce(user.nameVersion <= row.version, true)
                THEN {name: CASE row.name WHEN '' THEN null ELSE row.name END, nameVersion: row.version} ELSE {} END,
    user.occurredAt = CASE WHEN user.occurredAt < row.occurredAt THEN user.occurredAt ELSE row.occurredAt END,
    user.knownAt = CASE WHEN user.knownAt < row.knownAt THEN user.knownAt ELSE row.knownAt END
WITH user, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (user)-[telling:RECORDED_IN {version: row.version}]->(record)
SET telling.occurredAt = row.occurredAt,
    telling.knownAt = row.knownAt,
    telling.name = coalesce(row.name, telling.name)
