// What a source record told: the nodes recorded in it and the dated relationships of which its telling is the newest; and which kept
// scores cite any of these nodes.
// params: key STRING, names MAP, mostFacts INTEGER, mostCitations INTEGER
// returns: told LIST<MAP>, toldCount INTEGER, citedBy LIST<MAP>, citationCount INTEGER
// access: READ
MATCH (record:SourceRecord {sourceRecordId: $key})
CALL (record) {
  CALL (record) {
    MATCH (fact)-[telling:RECORDED_IN]->(record)
    RETURN labels(fact)[0] AS kind, fact AS origin, null AS target, min(telling.occurredAt) AS at,
           min(telling.knownAt) AS knownAt
    UNION ALL
    MATCH (fact)-[telling:DELETED_IN]->(record)
    RETURN CASE WHEN telling.lifted THEN 'RESTORED' ELSE 'DELETED' END AS kind, fact AS origin, null AS target,
           telling.occurredAt AS at, telling.knownAt AS knownAt
    UNION ALL
    CALL (record) {
      MATCH ()-[link:WORKS_AT {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:SUBSIDIARY_OF {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:HAS_ROLE {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:OWNS {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:INVESTED_IN {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:PARTNER_OF {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:REFERRED {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:IN_TERRITORY {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:IN_SEGMENT {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:MEMBER_OF {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:USES {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:INTENT {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:CONCERNS {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:FORWARDED {sourceRecordId: record.sourceRecordId}]->() RETURN link
      UNION ALL
      MATCH ()-[link:INTRODUCED {sourceRecordId: record.sourceRecordId}]->() RETURN link
    }
    RETURN type(link) AS kind, startNode(link) AS origin, endNode(link) AS target, link.occurredAt AS at,
           link.knownAt AS knownAt
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
CALL (record) {
  MATCH (evidence)-[:RECORDED_IN]->(record)
  WITH DISTINCT evidence
  MATCH (evidence)<-[:EXPLAINED_BY]-(score:Score)-[:SCORED]->(account:Account)
  WITH DISTINCT score, account
  ORDER BY score.asOf DESC, account.accountId, score.modelVersion
  RETURN collect({accountId: account.accountId, asOf: score.asOf, modelVersion: score.modelVersion}) AS citations
}
RETURN told[..$mostFacts] AS told, size(told) AS toldCount, citations[..$mostCitations] AS citedBy,
       size(citations) AS citationCount
