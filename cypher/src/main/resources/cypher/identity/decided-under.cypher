// The merge that was decided or undone under an idempotency key.
// params: key STRING
// returns: label STRING, one STRING, other STRING, merge MAP
// access: READ
CALL () {
  MATCH (one)-[same:SAME_AS {key: $key}]->(other)
  RETURN one, same, other
  UNION
  MATCH (one)-[same:SAME_AS {endKey: $key}]->(other)
  RETURN one, same, other
}
RETURN labels(one)[0] AS label, coalesce(one.accountId, one.personId) AS one, coalesce(other.accountId, other.personId) AS other,
       same {.*} AS merge
LIMIT 1
