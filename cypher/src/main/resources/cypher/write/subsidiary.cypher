// Tells that one account belongs to another from an instant on; the earliest telling says when that became known.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (subsidiary:Account {accountId: row.subsidiaryId})
MERGE (parent:Account {accountId: row.parentId})
MERGE (subsidiary)-[belongs:SUBSIDIARY_OF {occurredAt: row.occurredAt}]->(parent)
ON MATCH SET belongs.occurredAt = row.occurredAt
WITH belongs, row, coalesce(belongs.version < row.version, true) AS newer
SET belongs += CASE WHEN newer THEN {sourceRecordId: row.sourceRecordId, version: row.version} ELSE {} END,
    belongs.knownAt = CASE WHEN belongs.knownAt < row.knownAt THEN belongs.knownAt ELSE row.knownAt END
