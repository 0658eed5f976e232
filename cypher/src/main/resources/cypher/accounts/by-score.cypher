// One page of the accounts that match, highest probability first and accounts without a score last, and how many match on
// all pages. Names and domains are those told by the as-of instant, score and band those of the newest assessment that is not
// later.
// Records that merges join are one account.
// params: asOf DATETIME, text STRING, given.bands LIST<STRING>, industry STRING, afterRank FLOAT, afterKey STRING, limit INTEGER
// returns: totalCount INTEGER, page LIST<MAP>
// access: READ
// plan: label scan, the total counts every account that matches
MATCH (account:Account)
WHERE account.occurredAt <= $asOf AND account.knownAt <= $asOf AND NOT EXISTS {
  MATCH (account)-[merges:SAME_AS*1..]-(smaller:Account)
  WHERE smaller.accountId < account.accountId AND all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
}
CALL (account) {
  MATCH (account)-[merges:SAME_AS*0..]-(record:Account)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN collect(DISTINCT record) AS records
}
CALL (records) {
  UNWIND records AS record
  MATCH (record)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH record, telling
  ORDER BY telling.knownAt DESC, telling.occurredAt DESC, record.accountId, telling.version DESC
  RETURN count(telling) AS tellings, coalesce(head(collect(telling.name)), '') AS name,
         coalesce(head(collect(telling.domain)), '') AS domain
}
WITH account, records, name, domain, tellings
WHERE tellings > 0 AND (' ' + toLower(name) + ' ' + domain) CONTAINS (' ' + $text)
CALL (account) {
  OPTIONAL MATCH (account)<-[:SCORED]-(newest:Score)
  WHERE newest.asOf <= $asOf
  RETURN newest AS score
  ORDER BY newest.asOf DESC, newest.scoreId
  LIMIT 1
}
CALL (records) {
  UNWIND records AS record
  OPTIONAL MATCH (record)-[:CHANGED]->(change:FieldChange {field: 'INDUSTRY'})
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN CASE change.value WHEN '' THEN null ELSE change.value END AS industry
  ORDER BY change IS NULL, change.occurredAt DESC, change.knownAt DESC, change.value DESC
  LIMIT 1
}
WITH account, name, domain, score, industry, coalesce(score.probability, -1.0) AS sortValue
WHERE (size($given.bands) = 0 OR score.band IN $given.bands) AND ($industry IS NULL OR industry = $industry)
WITH collect([account, score, industry, sortValue, name, domain]) AS matches
CALL (matches) {
  UNWIND matches AS match
  WITH match[0] AS account, match[1] AS score, match[2] AS industry, match[3] AS sortValue,
       match[4] AS name, match[5] AS domain
  WHERE sortValue < $afterRank OR (sortValue = $afterRank AND account.accountId > $afterKey)
  WITH account, name, domain, score, industry, sortValue
  ORDER BY sortValue DESC, account.accountId
  LIMIT $limit
  RETURN collect(account {
    .accountId, name: name, domain: domain, industry: industry, sortValue: sortValue,
    score: score {.*},
    features: head([(score)-[:COMPUTED_FROM]->(snapshot:FeatureSnapshot) | snapshot {.*}]),
    evidence: [(score)-[:EXPLAINED_BY]->(fact) |
      [labels(fact)[0], coalesce(fact.accountId, fact.personId, fact.userId, fact.opportunityId, fact.stageChangeId,
                                 fact.fieldChangeId, fact.engagementId, fact.ticketId, fact.sourceRecordId)]]
  }) AS page
}
RETURN size(matches) AS totalCount, page
