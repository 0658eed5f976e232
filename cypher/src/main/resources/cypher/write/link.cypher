// Tells that two things have to do with each other: one relationship for each type, two ends and beginning. The newest telling says
// its measures and end, the earliest when its beginning became known. The type is one of a closed list.
// params: rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $rows AS row
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
MERGE (source)-[link:$(row.type) {key: row.key}]->(target)
WITH link, row, coalesce(link.version < row.version, true) AS newer
SET link += CASE WHEN newer THEN {seatsBought: row.seatsBought, seatsActive: row.seatsActive, strength: row.strength,
                                  engagementId: row.engagementId, occurredAt: row.occurredAt, endedAt: row.endedAt,
                                  endKnownAt: row.endKnownAt, sourceRecordId: row.sourceRecordId,
                                  version: row.version} ELSE {} END,
    link.knownAt = CASE WHEN link.knownAt < row.knownAt THEN link.knownAt ELSE row.knownAt END
