// Tells a committee role: one for each person, opportunity, role, source and beginning. The newest telling says confidence
// and end, the earliest when its beginning became known.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (person:Person {personId: row.personId})
MERGE (opportunity:Opportunity {opportunityId: row.opportunityId})
MERGE (person)-[holding:HAS_ROLE {key: row.key}]->(opportunity)
ON MATCH SET holding.key = row.key
WITH holding, row, coalesce(holding.version < row.version, true) AS newer
SET holding += CASE WHEN newer THEN {role: row.role, source: row.source, confidence: row.confidence,
                                     occurredAt: row.occurredAt, endedAt: row.endedAt, endKnownAt: row.endKnownAt,
                                     sourceRecordId: row.sourceRecordId, version: row.version} ELSE {} END,
    holding.knownAt = CASE WHEN holding.knownAt < row.knownAt THEN holding.knownAt ELSE row.knownAt END
