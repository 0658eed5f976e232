// What the next accounts that a source has told of say that may tell which company they are, in the order of their keys.
// params: after STRING, limit INTEGER
// returns: label STRING, key STRING, name STRING, address STRING, employers LIST<STRING>, foreignIds LIST<STRING>
// access: READ
MATCH (account:Account)
WHERE account.accountId > $after AND account.occurredAt IS NOT NULL AND coalesce(size(account.deletions) % 2 = 0, true)
WITH account
ORDER BY account.accountId
LIMIT $limit
RETURN 'Account' AS label, account.accountId AS key, account.name AS name, account.domain AS address, [] AS employers,
       COLLECT {
         MATCH (account)-[:CHANGED]->(change:FieldChange {field: 'FOREIGN_ID'})
         RETURN change.value
         ORDER BY change.occurredAt, change.knownAt, change.value
       } AS foreignIds
ORDER BY key
