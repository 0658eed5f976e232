// Tells a person. What it says is what the newest telling says; it came to be, and became known,
// when the earliest says so. Neither depends on the order in which they arrive.
// params: rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $rows AS row
MERGE (person:Person {personId: row.key})
WITH person, row, coalesce(person.version < row.version, true) AS newer
SET person += CASE WHEN newer THEN {name: row.name, email: row.email, version: row.version} ELSE {} END,
    person.occurredAt = CASE WHEN person.occurredAt < row.occurredAt THEN person.occurredAt ELSE row.occurredAt END,
    person.knownAt = CASE WHEN person.knownAt < row.knownAt THEN person.knownAt ELSE row.knownAt END
WITH person, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (person)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
