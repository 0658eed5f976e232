// All merges by which records can be reached from one of them, undone ones included, oldest first. Which records those are is asked
// first, for between two that were merged and parted often the ways are too many to walk one by one.
// params: accountId STRING, personId STRING
// returns: label STRING, one STRING, other STRING, merge MAP
// access: READ
CALL () {
  MATCH (:Account {accountId: $accountId})-[:SAME_AS*0..]-(record:Account)
  RETURN DISTINCT record
  UNION ALL
  MATCH (:Person {personId: $personId})-[:SAME_AS*0..]-(record:Person)
  RETURN DISTINCT record
}
MATCH (record)-[same:SAME_AS]->(other)
RETURN labels(record)[0] AS label, coalesce(record.accountId, record.personId) AS one,
       coalesce(other.accountId, other.personId) AS other, same {.*} AS merge
ORDER BY same.occurredAt, same.key
