// Tells an account, whole or one attribute: a row has no column for what it does not tell, and an empty text for what was taken
// away. Each attribute is what the newest telling of it says; it came to be, and became known, when the earliest says so.
// Neither depends on the order in which they arrive. What this telling said, and when, stays on its way to the record.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (account:Account {accountId: row.key})
ON MATCH SET account.accountId = row.key
SET account += CASE WHEN row.name IS NOT NULL AND coalesce(account.nameVersion <= row.version, true)
                THEN {name: CASE row.name WHEN '' THEN null ELSE row.name END, nameVersion: row.version} ELSE {} END,
    account += CASE WHEN row.domain IS NOT NULL AND coalesce(account.domainVersion <= row.version, true)
                THEN {domain: CASE row.domain WHEN '' THEN null ELSE row.domain END, domainVersion: row.version} ELSE {} END,
    account.occurredAt = CASE WHEN account.occurredAt < row.occurredAt THEN account.occurredAt ELSE row.occurredAt END,
    account.knownAt = CASE WHEN account.knownAt < row.knownAt THEN account.knownAt ELSE row.knownAt END
WITH account, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (account)-[telling:RECORDED_IN {version: row.version}]->(record)
SET telling.occurredAt = row.occurredAt,
    telling.knownAt = row.knownAt,
    telling.name = coalesce(row.name, telling.name),
    telling.domain = coalesce(row.domain, telling.domain)
