// Keeps assessments: a score beside its account, the feature values it was computed from, and the facts it cites. Keeping
// one of the same account, instant and model again replaces it.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MATCH (account:Account {accountId: row.accountId})
MERGE (snapshot:FeatureSnapshot {featureSnapshotId: row.featureSnapshotId})
SET snapshot = row.snapshot
MERGE (snapshot)-[:DESCRIBES]->(account)
MERGE (score:Score {scoreId: row.scoreId})
SET score = row.score
MERGE (score)-[:SCORED]->(account)
WITH row, score, snapshot
CALL (score) {
  MATCH (score)-[old:COMPUTED_FROM|EXPLAINED_BY]->()
  DELETE old
}
CREATE (score)-[:COMPUTED_FROM]->(snapshot)
WITH row, score
CALL (row) {
  UNWIND row.evidence.Account AS key MATCH (fact:Account {accountId: key}) RETURN fact
  UNION ALL
  UNWIND row.evidence.Person AS key MATCH (fact:Person {personId: key}) RETURN fact
  UNION ALL
  UNWIND row.evidence.User AS key MATCH (fact:User {userId: key}) RETURN fact
  UNION ALL
  UNWIND row.evidence.Opportunity AS key MATCH (fact:Opportunity {opportunityId: key}) RETURN fact
  UNION ALL
  UNWIND row.evidence.StageChange AS key MATCH (fact:StageChange {stageChangeId: key}) RETURN fact
  UNION ALL
  UNWIND row.evidence.FieldChange AS key MATCH (fact:FieldChange {fieldChangeId: key}) RETURN fact
  UNION ALL
  UNWIND row.evidence.Engagement AS key MATCH (fact:Engagement {engagementId: key}) RETURN fact
  UNION ALL
  UNWIND row.evidence.SignalReading AS key MATCH (fact:SignalReading {signalReadingId: key}) RETURN fact
  UNION ALL
  UNWIND row.evidence.Ticket AS key MATCH (fact:Ticket {ticketId: key}) RETURN fact
  UNION ALL
  UNWIND row.evidence.SourceRecord AS key MATCH (fact:SourceRecord {sourceRecordId: key}) RETURN fact
}
CREATE (score)-[:EXPLAINED_BY]->(fact)
