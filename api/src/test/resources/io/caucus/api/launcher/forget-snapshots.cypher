MATCH (snapshot:FeatureSnapshot)
DETACH DELETE snapshot
