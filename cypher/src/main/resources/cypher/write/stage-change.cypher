// Tells that an opportunity entered a stage. The newest telling says what the stage meant, the earliest when it became known.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (opportunity:Opportunity {opportunityId: row.opportunityId})
MERGE (change:StageChange {stageChangeId: row.key})
ON MATCH SET change.stageChangeId = row.key
WITH opportunity, change, row, coalesce(change.version < row.version, true) AS newer
SET change += CASE WHEN newer THEN {stage: row.stage, outcome: row.outcome, version: row.version} ELSE {} END,
    change.occurredAt = row.occurredAt,
    change.knownAt = CASE WHEN change.knownAt < row.knownAt THEN change.knownAt ELSE row.knownAt END
MERGE (opportunity)-[:CHANGED]->(change)
WITH change, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (change)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
