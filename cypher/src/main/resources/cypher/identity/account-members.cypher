// The records that accounts are made of as of an instant, each with its own name, where it was read from and who looks after it.
// params: keys LIST<STRING>, asOf DATETIME
// returns: asked STRING, key STRING, name STRING, sources LIST<MAP>, ownership MAP
// access: READ
UNWIND $keys AS asked
MATCH (:Account {accountId: asked})-[merges:SAME_AS*0..]-(record:Account)
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
CALL (record) {
  OPTIONAL MATCH (record)-[:CHANGED]->(change:FieldChange {field: 'OWNER'})
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  WITH change
  ORDER BY change.occurredAt DESC, change.knownAt DESC, change.value DESC
  LIMIT 1
  OPTIONAL MATCH (owner:User {userId: change.value})
  RETURN CASE WHEN change.value <> '' THEN {owner: change.value, name: coalesce(owner.name, ''), since: change.occurredAt}
         END AS ownership
}
RETURN asked, record.accountId AS key, name, sources, ownership
ORDER BY asked, key
