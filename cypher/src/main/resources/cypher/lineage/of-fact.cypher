// Where a fact comes from, with the dated relationships at it, and which kept scores cite it. Of several records that told of a
// relationship, the newest is the one that is named.
// params: keys MAP, names MAP, mostFacts INTEGER, mostCitations INTEGER
// returns: told LIST<MAP>, toldCount INTEGER, citedBy LIST<MAP>, citationCount INTEGER
// access: READ
CALL () {
  UNWIND $keys.Account AS key MATCH (fact:Account {accountId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Person AS key MATCH (fact:Person {personId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.User AS key MATCH (fact:User {userId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Opportunity AS key MATCH (fact:Opportunity {opportunityId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.StageChange AS key MATCH (fact:StageChange {stageChangeId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.FieldChange AS key MATCH (fact:FieldChange {fieldChangeId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Engagement AS key MATCH (fact:Engagement {engagementId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.SignalReading AS key MATCH (fact:SignalReading {signalReadingId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Ticket AS key MATCH (fact:Ticket {ticketId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Product AS key MATCH (fact:Product {productId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Topic AS key MATCH (fact:Topic {topicId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Content AS key MATCH (fact:Content {contentId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Investor AS key MATCH (fact:Investor {investorId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Partner AS key MATCH (fact:Partner {partnerId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Segment AS key MATCH (fact:Segment {segmentId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Territory AS key MATCH (fact:Territory {territoryId: key}) RETURN fact
  UNION ALL
  UNWIND $keys.Team AS key MATCH (fact:Team {teamId: key}) RETURN fact
}
CALL (fact) {
  CALL (fact) {
    MATCH (fact)-[telling:RECORDED_IN]->(record:SourceRecord)
    RETURN labels(fact)[0] AS kind, fact AS origin, null AS target, min(telling.occurredAt) AS at,
           min(telling.knownAt) AS knownAt, record
    UNION ALL
    MATCH (fact)-[telling:DELETED_IN]->(record:SourceRecord)
    RETURN CASE WHEN telling.lifted THEN 'RESTORED' ELSE 'DELETED' END AS kind, fact AS origin, null AS target,
           telling.occurredAt AS at, telling.knownAt AS knownAt, record
    UNION ALL
    MATCH (fact)-[link:WORKS_AT|SUBSIDIARY_OF|HAS_ROLE|OWNS|INVESTED_IN|PARTNER_OF|REFERRED|IN_TERRITORY|IN_SEGMENT|MEMBER_OF|USES|INTENT|CONCERNS|FORWARDED|INTRODUCED]-()
    WITH DISTINCT link
    MATCH (record:SourceRecord {sourceRecordId: link.sourceRecordId})
    RETURN type(link) AS kind, startNode(link) AS origin, endNode(link) AS target, link.occurredAt AS at,
           link.knownAt AS knownAt, record
  }
  OPTIONAL MATCH (record)-[:PART_OF]->(batch:ImportBatch)
  WITH kind, origin, target, at, knownAt, record, head(collect(batch)) AS batch
  ORDER BY target IS NULL DESC, kind, origin[$names[labels(origin)[0]]], target[$names[labels(target)[0]]], at, record.sourceRecordId
  RETURN collect({kind: kind,
           from: [labels(origin)[0], origin[$names[labels(origin)[0]]]],
           to: CASE WHEN target IS NOT NULL THEN [labels(target)[0], target[$names[labels(target)[0]]]] END,
           at: at,
           record: {key: record.sourceRecordId, system: record.source, type: record.type, recordId: record.nativeId, file: record.file,
             line: record.line, knownAt: knownAt, batch: batch.importBatchId}}) AS told
}
CALL (fact) {
  WITH fact AS evidence
  MATCH (evidence)<-[:EXPLAINED_BY]-(score:Score)-[:SCORED]->(account:Account)
  WITH DISTINCT score, account
  ORDER BY score.asOf DESC, account.accountId, score.modelVersion
  RETURN collect({accountId: account.accountId, asOf: score.asOf, modelVersion: score.modelVersion}) AS citations
}
RETURN told[..$mostFacts] AS told, size(told) AS toldCount, citations[..$mostCitations] AS citedBy,
       size(citations) AS citationCount
