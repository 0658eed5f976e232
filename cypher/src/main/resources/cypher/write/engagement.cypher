// Tells an engagement and the account it is about; who took part follows in statements of their own. The newest telling says
// what happened and when, the earliest when it became known. A newer telling takes away who took part in the older one.
// params: rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $rows AS row
MERGE (account:Account {accountId: row.accountId})
MERGE (engagement:Engagement {engagementId: row.key})
WITH account, engagement, row, coalesce(engagement.version < row.version, true) AS newer
SET engagement += CASE WHEN newer THEN {kind: row.kind, side: row.side, excluded: row.excluded,
                                        occurredAt: row.occurredAt, version: row.version} ELSE {} END,
    engagement.knownAt = CASE WHEN engagement.knownAt < row.knownAt THEN engagement.knownAt ELSE row.knownAt END
WITH account, engagement, row, newer
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (engagement)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
WITH account, engagement
WHERE newer
OPTIONAL MATCH (engagement)-[old:ABOUT|PERFORMED|ADDRESSED_TO|TOOK_PART]-(:Account|Person|User)
DELETE old
WITH DISTINCT account, engagement
CREATE (engagement)-[:ABOUT]->(account)
