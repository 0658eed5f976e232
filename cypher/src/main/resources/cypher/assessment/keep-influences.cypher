// Keeps who moved whom at accounts. It takes the place of what was kept of an account and of those that merges join with it, unless
// feature values of a later instant are kept.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MATCH (account:Account {accountId: row.accountId})
WHERE NOT EXISTS {
  MATCH (account)<-[:DESCRIBES]-(later:FeatureSnapshot)
  WHERE later.asOf > row.asOf
}
CALL (account, row) {
  MATCH (account)-[merges:SAME_AS*0..]-(record:Account)
  WHERE all(merge IN merges WHERE merge.occurredAt <= row.asOf AND coalesce(merge.endedAt > row.asOf, true))
  WITH DISTINCT record
  MATCH (:Person)-[old:INFLUENCED {accountId: record.accountId}]->(:Person)
  DELETE old
}
WITH row
UNWIND row.influences AS influence
MATCH (from:Person {personId: influence.from})
CALL (from, influence) {
  MATCH (to:Person {personId: influence.to})
  CREATE (from)-[kept:INFLUENCED]->(to)
  SET kept = influence.properties
}
