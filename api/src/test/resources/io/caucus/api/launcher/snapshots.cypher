MATCH (snapshot:FeatureSnapshot)-[:DESCRIBES]->(account:Account)
RETURN snapshot {.*, account: account.accountId} AS snapshot
ORDER BY snapshot.featureSnapshotId
