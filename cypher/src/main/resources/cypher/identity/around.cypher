// All merges by which records can be reached from one of them, undone ones included, oldest first.
// params: accountId STRING, personId STRING
// returns: label STRING, one STRING, other STRING, merge MAP
// access: READ
CALL () {
  MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*1..]-(:Account)
  RETURN merges
  UNION ALL
  MATCH (:Person {personId: $personId})-[merges:SAME_AS*1..]-(:Person)
  RETURN merges
}
UNWIND merges AS same
WITH DISTINCT same, startNode(same) AS one, endNode(same) AS other
RETURN labels(one)[0] AS label, coalesce(one.accountId, one.personId) AS one, coalesce(other.accountId, other.personId) AS other,
       same {.*} AS merge
ORDER BY same.occurredAt, same.key
