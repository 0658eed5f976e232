// The account of each person's latest employment on record, whether or not it has ended.
// params: given.personIds LIST<STRING>
// returns: personId STRING, accountId STRING
// access: READ
UNWIND $given.personIds AS personId
MATCH (person:Person {personId: personId})
CALL (person) {
  MATCH (person)-[job:WORKS_AT]->(account:Account)
  WHERE coalesce(size(account.deletions) % 2 = 0, true)
  RETURN account.accountId AS accountId
  ORDER BY job.occurredAt DESC, job.knownAt DESC, accountId
  LIMIT 1
}
RETURN personId, accountId
