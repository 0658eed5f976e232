// What the next people that a source has told of say that may tell who they are, in the order of their keys.
// params: after STRING, limit INTEGER
// returns: label STRING, key STRING, name STRING, address STRING, employers LIST<STRING>, foreignIds LIST<STRING>
// access: READ
MATCH (person:Person)
WHERE person.personId > $after AND person.occurredAt IS NOT NULL AND coalesce(size(person.deletions) % 2 = 0, true)
WITH person
ORDER BY person.personId
LIMIT $limit
RETURN 'Person' AS label, person.personId AS key, person.name AS name, person.email AS address,
       [(person)-[:WORKS_AT]->(employer:Account) | employer.accountId] AS employers,
       COLLECT {
         MATCH (person)-[:CHANGED]->(change:FieldChange {field: 'FOREIGN_ID'})
         RETURN change.value
         ORDER BY change.occurredAt, change.knownAt, change.value
       } AS foreignIds
ORDER BY key
