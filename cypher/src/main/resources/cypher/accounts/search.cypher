// Accounts and people found by the full-text index, best first, that were known as of an instant; a person with the account
// that employed them then.
// params: query STRING, asOf DATETIME, limit INTEGER
// returns: label STRING, key STRING, name STRING, accountId STRING, relevance FLOAT
// access: READ
CALL db.index.fulltext.queryNodes('entity_text', $query) YIELD node, score
WHERE node.occurredAt <= $asOf AND node.knownAt <= $asOf
WITH node, score
ORDER BY score DESC, coalesce(node.accountId, node.personId)
LIMIT $limit
CALL (node) {
  OPTIONAL MATCH (node)-[job:WORKS_AT]->(employer:Account)
  WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
    AND coalesce(job.endedAt >= $asOf OR job.endKnownAt > $asOf, true)
  RETURN employer.accountId AS employerId
  ORDER BY job.occurredAt DESC, employerId
  LIMIT 1
}
RETURN labels(node)[0] AS label, coalesce(node.accountId, node.personId) AS key, node.name AS name,
       coalesce(node.accountId, employerId) AS accountId, score AS relevance
ORDER BY relevance DESC, key
