// The source records that facts were read from, with the imports that brought them.
// params: keys MAP
// returns: label STRING, key STRING, system STRING, type STRING, recordId STRING, file STRING, line INTEGER, knownAt DATETIME, batch STRING
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
}
MATCH (fact)-[lineage:RECORDED_IN]->(record:SourceRecord)
OPTIONAL MATCH (record)-[:PART_OF]->(batch:ImportBatch)
RETURN label, key, record.source AS system, record.type AS type, record.nativeId AS recordId, record.file AS file,
       record.line AS line, lineage.knownAt AS knownAt, batch.importBatchId AS batch
ORDER BY label, key, knownAt, record.sourceRecordId
