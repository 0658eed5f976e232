// All merges that hold as of an instant, oldest first.
// params: asOf DATETIME
// returns: label STRING, one STRING, other STRING, merge MAP
// access: READ
// plan: label scan, all merges in the graph are wanted
MATCH (one:Account|Person)-[same:SAME_AS]->(other)
WHERE same.occurredAt <= $asOf AND coalesce(same.endedAt > $asOf, true)
RETURN labels(one)[0] AS label, coalesce(one.accountId, one.personId) AS one, coalesce(other.accountId, other.personId) AS other,
       same {.*} AS merge
ORDER BY same.occurredAt, same.key
