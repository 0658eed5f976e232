// The source records that facts were read from, with the imports that brought them.
// params: keys MAP
// returns: label STRING, key STRING, source MAP
// access: READ
CALL () {
  UNWIND $keys.Account AS key MATCH (fact:Account {accountId: key}) RETURN 'Account' AS label, key, fact
  UNION ALL
  UNWIND $keys.Person AS key MATCH (fact:Person {personId: key}) RETURN 'Person' AS label, key, fact
  UNION ALL
  UNWIND $keys.User AS key MATCH (fact:User {userId: key}) RETURN 'User' AS label, key, fact
  UNION ALL
  UNWIND $keys.Opportunity AS key MATCH (fact:Opportunity {opportunityId: key}) RETURN 'Opportunity' AS label, key, fact
  UNION ALL
  UNWIND $keys.StageChange AS key MATCH (fact:StageChange {stageChangeId: key}) RETURN 'StageChange' AS label, key, fact
  UNION ALL
  UNWIND $keys.FieldChange AS key MATCH (fact:FieldChange {fieldChangeId: key}) RETURN 'FieldChange' AS label, key, fact
  UNION ALL
  UNWIND $keys.Engagement AS key MATCH (fact:Engagement {engagementId: key}) RETURN 'Engagement' AS label, key, fact
  UNION ALL
  UNWIND $keys.SignalReading AS key MATCH (fact:SignalReading {signalReadingId: key}) RETURN 'SignalReading' AS label, key, fact
  UNION ALL
  UNWIND $keys.Ticket AS key MATCH (fact:Ticket {ticketId: key}) RETURN 'Ticket' AS label, key, fact
  UNION ALL
  UNWIND $keys.Product AS key MATCH (fact:Product {productId: key}) RETURN 'Product' AS label, key, fact
  UNION ALL
  UNWIND $keys.Topic AS key MATCH (fact:Topic {topicId: key}) RETURN 'Topic' AS label, key, fact
  UNION ALL
  UNWIND $keys.Content AS key MATCH (fact:Content {contentId: key}) RETURN 'Content' AS label, key, fact
  UNION ALL
  UNWIND $keys.Investor AS key MATCH (fact:Investor {investorId: key}) RETURN 'Investor' AS label, key, fact
  UNION ALL
  UNWIND $keys.Partner AS key MATCH (fact:Partner {partnerId: key}) RETURN 'Partner' AS label, key, fact
  UNION ALL
  UNWIND $keys.Segment AS key MATCH (fact:Segment {segmentId: key}) RETURN 'Segment' AS label, key, fact
  UNION ALL
  UNWIND $keys.Territory AS key MATCH (fact:Territory {territoryId: key}) RETURN 'Territory' AS label, key, fact
  UNION ALL
  UNWIND $keys.Team AS key MATCH (fact:Team {teamId: key}) RETURN 'Team' AS label, key, fact
}
MATCH (fact)-[lineage:RECORDED_IN]->(record:SourceRecord)
WITH label, key, record, min(lineage.knownAt) AS knownAt
OPTIONAL MATCH (record)-[:PART_OF]->(batch:ImportBatch)
RETURN label, key,
       {key: record.sourceRecordId, system: record.source, type: record.type, recordId: record.nativeId, file: record.file,
        line: record.line, knownAt: knownAt, batch: batch.importBatchId} AS source
ORDER BY label, key, knownAt, record.sourceRecordId
