// Keeps feature values beside their accounts. Keeping those of the same account, instant and definitions again replaces them.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MATCH (account:Account {accountId: row.accountId})
MERGE (snapshot:FeatureSnapshot {featureSnapshotId: row.featureSnapshotId})
SET snapshot = row.snapshot
MERGE (snapshot)-[:DESCRIBES]->(account)
