// Tells an engagement, the account it is about and who took part. The newest telling says what happened, when and with whom, the
// earliest when it became known. One statement, since looking the engagement up again for each of its people costs as much as
// writing it.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (account:Account {accountId: row.accountId})
MERGE (engagement:Engagement {engagementId: row.key})
ON MATCH SET engagement.engagementId = row.key
WITH account, engagement, row, coalesce(engagement.version < row.version, true) AS newer
SET engagement += CASE WHEN newer THEN {kind: row.kind, side: row.side, excluded: row.excluded,
                                        occurredAt: row.occurredAt, version: row.version} ELSE {} END,
    engagement.knownAt = CASE WHEN engagement.knownAt < row.knownAt THEN engagement.knownAt ELSE row.knownAt END
WITH account, engagement, row, newer
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (engagement)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
WITH account, engagement, row
WHERE newer
OPTIONAL MATCH (engagement)-[old:ABOUT|PERFORMED|ADDRESSED_TO|TOOK_PART]-(:Account|Person|User)
DELETE old
WITH DISTINCT account, engagement, row
CREATE (engagement)-[:ABOUT]->(account)
FOREACH (id IN row.performedBy |
  MERGE (person:Person {personId: id})
  CREATE (person)-[:PERFORMED]->(engagement))
FOREACH (id IN row.addressedTo |
  MERGE (person:Person {personId: id})
  CREATE (engagement)-[:ADDRESSED_TO]->(person))
FOREACH (id IN row.users |
  MERGE (user:User {userId: id})
  CREATE (user)-[:TOOK_PART]->(engagement))
