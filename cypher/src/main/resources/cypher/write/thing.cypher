// Tells something that facts refer to by its name. Its name is what the newest telling of it says; it came to be, and became
// known, when the earliest says so. What this telling said, and when, stays on its way to the record.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Product' MERGE (thing:Product {productId: row.key}) ON MATCH SET thing.productId = row.key RETURN thing
  UNION ALL
  WITH row WHERE row.label = 'Topic' MERGE (thing:Topic {topicId: row.key}) ON MATCH SET thing.topicId = row.key RETURN thing
  UNION ALL
  WITH row WHERE row.label = 'Content' MERGE (thing:Content {contentId: row.key}) ON MATCH SET thing.contentId = row.key RETURN thing
  UNION ALL
  WITH row WHERE row.label = 'Investor' MERGE (thing:Investor {investorId: row.key}) ON MATCH SET thing.investorId = row.key RETURN thing
  UNION ALL
  WITH row WHERE row.label = 'Partner' MERGE (thing:Partner {partnerId: row.key}) ON MATCH SET thing.partnerId = row.key RETURN thing
  UNION ALL
  WITH row WHERE row.label = 'Segment' MERGE (thing:Segment {segmentId: row.key}) ON MATCH SET thing.segmentId = row.key RETURN thing
  UNION ALL
  WITH row WHERE row.label = 'Territory' MERGE (thing:Territory {territoryId: row.key}) ON MATCH SET thing.territoryId = row.key RETURN thing
  UNION ALL
  WITH row WHERE row.label = 'Team' MERGE (thing:Team {teamId: row.key}) ON MATCH SET thing.teamId = row.key RETURN thing
}
SET thing += CASE WHEN coalesce(thing.nameVersion <= row.version, true)
             THEN {name: CASE row.name WHEN '' THEN null ELSE row.name END, nameVersion: row.version} ELSE {} END,
    thing.occurredAt = CASE WHEN thing.occurredAt < row.occurredAt THEN thing.occurredAt ELSE row.occurredAt END,
    thing.knownAt = CASE WHEN thing.knownAt < row.knownAt THEN thing.knownAt ELSE row.knownAt END
WITH thing, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (thing)-[telling:RECORDED_IN {version: row.version}]->(record)
SET telling.occurredAt = row.occurredAt,
    telling.knownAt = row.knownAt,
    telling.name = row.name
