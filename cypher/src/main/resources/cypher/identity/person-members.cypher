// The records that people are made of as of an instant, each with its own name and where it was read from.
// params: keys LIST<STRING>, asOf DATETIME
// returns: asked STRING, key STRING, name STRING, sources LIST<MAP>, ownership MAP
// access: READ
UNWIND $keys AS asked
MATCH (:Person {personId: asked})-[merges:SAME_AS*0..]-(record:Person)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH DISTINCT asked, record
CALL (record) {
  MATCH (record)-[telling:RECORDED_IN]->(source:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  OPTIONAL MATCH (source)-[:PART_OF]->(batch:ImportBatch)
  WITH telling, source, batch
  ORDER BY telling.version DESC
  RETURN coalesce(head(collect(telling.name)), '') AS name,
         collect({key: source.sourceRecordId, system: source.source, type: source.type, recordId: source.nativeId,
                  file: source.file, line: source.line, knownAt: telling.knownAt, batch: batch.importBatchId}) AS sources
}
RETURN asked, record.personId AS key, name, sources, null AS ownership
ORDER BY asked, key
