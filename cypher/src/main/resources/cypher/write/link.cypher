// Tells that two things have to do with each other: one relationship for each type, two ends and beginning. The newest telling says
// its measures and end, the earliest when its beginning became known. Types are spelled out: to merge by a type that is computed
// takes relationships between other ends for the one that is looked for (seen in Neo4j 2026.08).
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
CALL (row) {
  WITH row WHERE row.fromLabel = 'Account' MERGE (source:Account {accountId: row.fromKey}) RETURN source
  UNION ALL
  WITH row WHERE row.fromLabel = 'Person' MERGE (source:Person {personId: row.fromKey}) RETURN source
  UNION ALL
  WITH row WHERE row.fromLabel = 'User' MERGE (source:User {userId: row.fromKey}) RETURN source
  UNION ALL
  WITH row WHERE row.fromLabel = 'Engagement' MERGE (source:Engagement {engagementId: row.fromKey}) RETURN source
  UNION ALL
  WITH row WHERE row.fromLabel = 'Investor' MERGE (source:Investor {investorId: row.fromKey}) RETURN source
  UNION ALL
  WITH row WHERE row.fromLabel = 'Partner' MERGE (source:Partner {partnerId: row.fromKey}) RETURN source
}
CALL (row) {
  WITH row WHERE row.toLabel = 'Account' MERGE (target:Account {accountId: row.toKey}) RETURN target
  UNION ALL
  WITH row WHERE row.toLabel = 'Person' MERGE (target:Person {personId: row.toKey}) RETURN target
  UNION ALL
  WITH row WHERE row.toLabel = 'Opportunity' MERGE (target:Opportunity {opportunityId: row.toKey}) RETURN target
  UNION ALL
  WITH row WHERE row.toLabel = 'Product' MERGE (target:Product {productId: row.toKey}) RETURN target
  UNION ALL
  WITH row WHERE row.toLabel = 'Topic' MERGE (target:Topic {topicId: row.toKey}) RETURN target
  UNION ALL
  WITH row WHERE row.toLabel = 'Content' MERGE (target:Content {contentId: row.toKey}) RETURN target
  UNION ALL
  WITH row WHERE row.toLabel = 'Segment' MERGE (target:Segment {segmentId: row.toKey}) RETURN target
  UNION ALL
  WITH row WHERE row.toLabel = 'Territory' MERGE (target:Territory {territoryId: row.toKey}) RETURN target
  UNION ALL
  WITH row WHERE row.toLabel = 'Team' MERGE (target:Team {teamId: row.toKey}) RETURN target
}
CALL (row, source, target) {
  WITH row, source, target WHERE row.type = 'INVESTED_IN' MERGE (source)-[link:INVESTED_IN {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'PARTNER_OF' MERGE (source)-[link:PARTNER_OF {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'REFERRED' MERGE (source)-[link:REFERRED {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'IN_TERRITORY' MERGE (source)-[link:IN_TERRITORY {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'IN_SEGMENT' MERGE (source)-[link:IN_SEGMENT {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'MEMBER_OF' MERGE (source)-[link:MEMBER_OF {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'USES' MERGE (source)-[link:USES {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'INTENT' MERGE (source)-[link:INTENT {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'CONCERNS' MERGE (source)-[link:CONCERNS {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'FORWARDED' MERGE (source)-[link:FORWARDED {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
  UNION ALL
  WITH row, source, target WHERE row.type = 'INTRODUCED' MERGE (source)-[link:INTRODUCED {key: row.key}]->(target) ON MATCH SET link.key = row.key RETURN link
}
WITH link, row, coalesce(link.version < row.version, true) AS newer
SET link += CASE WHEN newer THEN {seatsBought: row.seatsBought, seatsActive: row.seatsActive, strength: row.strength,
                                  engagementId: row.engagementId, occurredAt: row.occurredAt, endedAt: row.endedAt,
                                  endKnownAt: row.endKnownAt, sourceRecordId: row.sourceRecordId,
                                  version: row.version} ELSE {} END,
    link.knownAt = CASE WHEN link.knownAt < row.knownAt THEN link.knownAt ELSE row.knownAt END
