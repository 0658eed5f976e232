// The newest assessment of each account that is not later than an instant.
// params: given.accountIds LIST<STRING>, asOf DATETIME
// returns: accountId STRING, score MAP, features MAP, evidence LIST<LIST<STRING>>
// access: READ
UNWIND $given.accountIds AS accountId
MATCH (account:Account {accountId: accountId})
CALL (account) {
  MATCH (account)<-[:SCORED]-(newest:Score)
  WHERE newest.asOf <= $asOf
  RETURN newest AS score
  ORDER BY newest.asOf DESC, newest.scoreId
  LIMIT 1
}
MATCH (score)-[:COMPUTED_FROM]->(snapshot:FeatureSnapshot)
RETURN accountId, score {.*} AS score, snapshot {.*} AS features,
       [(score)-[:EXPLAINED_BY]->(fact) |
         [labels(fact)[0], coalesce(fact.accountId, fact.personId, fact.userId, fact.opportunityId, fact.stageChangeId,
                                    fact.fieldChangeId, fact.engagementId, fact.ticketId, fact.sourceRecordId)]] AS evidence
