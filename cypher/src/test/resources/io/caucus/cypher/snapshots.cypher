MATCH (account:Account)<-[:DESCRIBES]-(snapshot:FeatureSnapshot)
RETURN account.accountId AS accountId, snapshot.asOf AS asOf, snapshot.`committee.breadth_30d` AS breadth,
       snapshot.`engagement.state` AS state, snapshot.`committee.cohesion` AS cohesion
ORDER BY asOf
