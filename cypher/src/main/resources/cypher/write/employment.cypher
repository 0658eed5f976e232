// Tells an employment: one for each person, account, title and beginning. The newest telling says function, seniority and
// end, the earliest when its beginning became known.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (person:Person {personId: row.personId})
MERGE (account:Account {accountId: row.accountId})
MERGE (person)-[job:WORKS_AT {key: row.key}]->(account)
ON MATCH SET job.key = row.key
WITH job, row, coalesce(job.version < row.version, true) AS newer
SET job += CASE WHEN newer THEN {title: row.title, function: row.function, seniority: row.seniority,
                                 occurredAt: row.occurredAt, endedAt: row.endedAt, endKnownAt: row.endKnownAt,
                                 sourceRecordId: row.sourceRecordId, version: row.version} ELSE {} END,
    job.knownAt = CASE WHEN job.knownAt < row.knownAt THEN job.knownAt ELSE row.knownAt END
