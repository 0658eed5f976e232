// Tells a person, whole or one attribute: a row has no column for what it does not tell, and an empty text for what was taken
// away. Each attribute is what the newest telling of it says; it came to be, and became known, when the earliest says so.
// Neither depends on the order in which they arrive. What this telling said, and when, stays on its way to the record.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (person:Person {personId: row.key})
ON MATCH SET person.personId = row.key
SET person += CASE WHEN row.name IS NOT NULL AND coalesce(person.nameVersion <= row.version, true)
                THEN {name: CASE row.name WHEN '' THEN null ELSE row.name END, nameVersion: row.version} ELSE {} END,
    person += CASE WHEN row.email IS NOT NULL AND coalesce(person.emailVersion <= row.version, true)
                THEN {email: CASE row.email WHEN '' THEN null ELSE row.email END, emailVersion: row.version} ELSE {} END,
    person.occurredAt = CASE WHEN person.occurredAt < row.occurredAt THEN person.occurredAt ELSE row.occurredAt END,
    person.knownAt = CASE WHEN person.knownAt < row.knownAt THEN person.knownAt ELSE row.knownAt END
WITH person, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (person)-[telling:RECORDED_IN {version: row.version}]->(record)
SET telling.occurredAt = row.occurredAt,
    telling.knownAt = row.knownAt,
    telling.name = coalesce(row.name, telling.name),
    telling.email = coalesce(row.email, telling.email)
