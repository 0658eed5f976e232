// Tells an opportunity and the account it would be sold to. What it says is what the newest telling says; it came to be,
// and became known, when the earliest says so. Neither depends on the order in which they arrive.
// params: rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $rows AS row
MERGE (account:Account {accountId: row.accountId})
MERGE (opportunity:Opportunity {opportunityId: row.key})
WITH account, opportunity, row, coalesce(opportunity.version < row.version, true) AS newer
SET opportunity += CASE WHEN newer THEN {name: row.name, pipeline: row.pipeline, version: row.version} ELSE {} END,
    opportunity.occurredAt = CASE WHEN opportunity.occurredAt < row.occurredAt THEN opportunity.occurredAt ELSE row.occurredAt END,
    opportunity.knownAt = CASE WHEN opportunity.knownAt < row.knownAt THEN opportunity.knownAt ELSE row.knownAt END
WITH account, opportunity, row, newer
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (opportunity)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
WITH account, opportunity
WHERE newer
OPTIONAL MATCH (opportunity)-[old:FOR_ACCOUNT]->(:Account)
DELETE old
CREATE (opportunity)-[:FOR_ACCOUNT]->(account)
