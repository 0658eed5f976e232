// What accounts and people that a source has told of say that may tell who they are.
// params: given.accountIds LIST<STRING>, given.personIds LIST<STRING>
// returns: label STRING, key STRING, name STRING, address STRING, employers LIST<STRING>, foreignIds LIST<STRING>
// access: READ
UNWIND $given.accountIds AS key
MATCH (account:Account {accountId: key})
WHERE account.occurredAt IS NOT NULL
RETURN 'Account' AS label, key, account.name AS name, account.domain AS address, [] AS employers,
       COLLECT {
         MATCH (account)-[:CHANGED]->(change:FieldChange {field: 'FOREIGN_ID'})
         RETURN change.value
         ORDER BY change.occurredAt, change.knownAt, change.value
       } AS foreignIds
UNION ALL
UNWIND $given.personIds AS key
MATCH (person:Person {personId: key})
WHERE person.occurredAt IS NOT NULL
RETURN 'Person' AS label, key, person.name AS name, person.email AS address,
       [(person)-[:WORKS_AT]->(employer:Account) | employer.accountId] AS employers,
       COLLECT {
         MATCH (person)-[:CHANGED]->(change:FieldChange {field: 'FOREIGN_ID'})
         RETURN change.value
         ORDER BY change.occurredAt, change.knownAt, change.value
       } AS foreignIds
