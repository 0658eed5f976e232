// Tells an account. What it says is what the newest telling says; it came to be, and became known,
// when the earliest says so. Neither depends on the order in which they arrive.
// params: rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $rows AS row
MERGE (account:Account {accountId: row.key})
WITH account, row, coalesce(account.version < row.version, true) AS newer
SET account += CASE WHEN newer THEN {name: row.name, domain: row.domain, version: row.version} ELSE {} END,
    account.occurredAt = CASE WHEN account.occurredAt < row.occurredAt THEN account.occurredAt ELSE row.occurredAt END,
    account.knownAt = CASE WHEN account.knownAt < row.knownAt THEN account.knownAt ELSE row.knownAt END
WITH account, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (account)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
