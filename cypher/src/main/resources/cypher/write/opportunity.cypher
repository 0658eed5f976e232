// Tells an opportunity, whole or one attribute: a row has no column for what it does not tell, and an empty text for what was taken
// away. Each attribute is what the newest telling of it says; it came to be, and became known, when the earliest says so.
// Neither depends on the order in which they arrive. What this telling said, and when, stays on its way to the record.
// The account it would be sold to follows in a statement of its own.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (opportunity:Opportunity {opportunityId: row.key})
ON MATCH SET opportunity.opportunityId = row.key
SET opportunity += CASE WHEN row.name IS NOT NULL AND coalesce(opportunity.nameVersion <= row.version, true)
                THEN {name: CASE row.name WHEN '' THEN null ELSE row.name END, nameVersion: row.version} ELSE {} END,
    opportunity += CASE WHEN row.pipeline IS NOT NULL AND coalesce(opportunity.pipelineVersion <= row.version, true)
                THEN {pipeline: CASE row.pipeline WHEN '' THEN null ELSE row.pipeline END, pipelineVersion: row.version} ELSE {} END,
    opportunity.occurredAt = CASE WHEN opportunity.occurredAt < row.occurredAt THEN opportunity.occurredAt ELSE row.occurredAt END,
    opportunity.knownAt = CASE WHEN opportunity.knownAt < row.knownAt THEN opportunity.knownAt ELSE row.knownAt END
WITH opportunity, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (opportunity)-[telling:RECORDED_IN {version: row.version}]->(record)
SET telling.occurredAt = row.occurredAt,
    telling.knownAt = row.knownAt,
    telling.name = coalesce(row.name, telling.name),
    telling.pipeline = coalesce(row.pipeline, telling.pipeline),
    telling.accountId = coalesce(row.accountId, telling.accountId)
