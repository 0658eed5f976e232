// Accounts and people found by the full-text index, best first, that were known as of an instant. They are found by what they are
// called now and shown as they were called then, a person with the account that employed them then.
// Records that merges join are found as one.
// params: query STRING, asOf DATETIME, limit INTEGER
// returns: label STRING, key STRING, name STRING, accountId STRING, relevance FLOAT
// access: READ
CALL db.index.fulltext.queryNodes('entity_text', $query) YIELD node, score
WHERE node.occurredAt <= $asOf AND node.knownAt <= $asOf
WITH node, score
ORDER BY score DESC, coalesce(node.accountId, node.personId)
LIMIT $limit
CALL (node) {
  MATCH (node)-[merges:SAME_AS*0..]-(record:Account|Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  RETURN record AS canonical
  ORDER BY coalesce(record.accountId, record.personId)
  LIMIT 1
}
WITH canonical AS node, max(score) AS score
CALL (node) {
  MATCH (node)-[merges:SAME_AS*0..]-(record:Account|Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN collect(DISTINCT record) AS records
}
WITH node, score, records
WHERE size(records) > 0
CALL (records) {
  UNWIND records AS record
  MATCH (record)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH record, telling
  ORDER BY telling.knownAt DESC, telling.occurredAt DESC, coalesce(record.accountId, record.personId), telling.version DESC
  RETURN coalesce(head(collect(telling.name)), '') AS name
}
CALL (records) {
  UNWIND records AS record
  OPTIONAL MATCH (record)-[job:WORKS_AT]->(employer:Account)
  WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
    AND coalesce(job.endedAt >= $asOf OR job.endKnownAt > $asOf, true)
    AND coalesce(size([turn IN employer.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN employer.accountId AS employerId
  ORDER BY job IS NULL, job.occurredAt DESC, employerId
  LIMIT 1
}
RETURN labels(node)[0] AS label, coalesce(node.accountId, node.personId) AS key, name,
       coalesce(node.accountId, employerId) AS accountId, score AS relevance
ORDER BY relevance DESC, key
