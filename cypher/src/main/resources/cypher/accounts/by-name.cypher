// One page of the accounts that match, in the order of their names, whatever the case, and how many match on all pages.
// Score and band are those of the newest assessment that is not later than the as-of instant.
// params: asOf DATETIME, text STRING, bands LIST<STRING>, industry STRING, afterName STRING, afterKey STRING, limit INTEGER
// returns: totalCount INTEGER, page LIST<MAP>
// access: READ
// plan: label scan, the total counts every account that matches
MATCH (account:Account)
WHERE account.occurredAt <= $asOf AND account.knownAt <= $asOf
  AND (' ' + toLower(account.name) + ' ' + coalesce(account.domain, '')) CONTAINS (' ' + $text)
CALL (account) {
  OPTIONAL MATCH (account)<-[:SCORED]-(newest:Score)
  WHERE newest.asOf <= $asOf
  RETURN newest AS score
  ORDER BY newest.asOf DESC, newest.scoreId
  LIMIT 1
}
CALL (account) {
  OPTIONAL MATCH (account)-[:CHANGED]->(change:FieldChange {field: 'INDUSTRY'})
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN change.value AS industry
  ORDER BY change.occurredAt DESC, change.knownAt DESC, change.value DESC
  LIMIT 1
}
WITH account, score, industry, toLower(account.name) AS sortValue
WHERE (size($bands) = 0 OR score.band IN $bands) AND ($industry IS NULL OR industry = $industry)
WITH collect([account, score, industry, sortValue]) AS matches
CALL (matches) {
  UNWIND matches AS match
  WITH match[0] AS account, match[1] AS score, match[2] AS industry, match[3] AS sortValue
  WHERE sortValue > $afterName OR (sortValue = $afterName AND account.accountId > $afterKey)
  WITH account, score, industry, sortValue
  ORDER BY sortValue, account.accountId
  LIMIT $limit
  RETURN collect(account {
    .accountId, .name, .domain, industry: industry, sortValue: sortValue,
    score: score {.*},
    features: head([(score)-[:COMPUTED_FROM]->(snapshot:FeatureSnapshot) | snapshot {.*}]),
    evidence: [(score)-[:EXPLAINED_BY]->(fact) |
      [labels(fact)[0], coalesce(fact.accountId, fact.personId, fact.userId, fact.opportunityId, fact.stageChangeId,
                                 fact.fieldChangeId, fact.engagementId, fact.ticketId, fact.sourceRecordId)]]
  }) AS page
}
RETURN size(matches) AS totalCount, page
