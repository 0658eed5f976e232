// Tells which of our people looks after an account from an instant on, beside the change of the attribute that says so.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (owner:User {userId: row.userId})
MERGE (account:Account {accountId: row.accountId})
MERGE (owner)-[owns:OWNS {occurredAt: row.occurredAt}]->(account)
ON MATCH SET owns.occurredAt = row.occurredAt
WITH owns, row, coalesce(owns.version < row.version, true) AS newer
SET owns += CASE WHEN newer THEN {sourceRecordId: row.sourceRecordId, version: row.version} ELSE {} END,
    owns.knownAt = CASE WHEN owns.knownAt < row.knownAt THEN owns.knownAt ELSE row.knownAt END
