// The records that accounts are made of as of an instant, each with its own name, where it was read
// from, how we came by it, and who looks after it since when: being told the same owner again changes nothing.
// params: given.keys LIST<STRING>, asOf DATETIME
// returns: asked STRING, key STRING, name STRING, sources LIST<MAP>, leadSources LIST<MAP>, ownership MAP
// access: READ
UNWIND $given.keys AS asked
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
  OPTIONAL MATCH (record)-[:CHANGED]->(change:FieldChange {field: 'LEAD_SOURCE'})
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf AND change.value <> ''
  WITH change.value AS name, min(change.occurredAt) AS since
  ORDER BY since, name
  RETURN collect(CASE WHEN name IS NOT NULL THEN {name: name, since: since} END) AS leadSources
}
CALL (record) {
  MATCH (record)-[:CHANGED]->(change:FieldChange {field: 'OWNER'})
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  WITH change
  ORDER BY change.occurredAt, change.knownAt, change.value
  WITH collect(change) AS told
  WITH [i IN range(0, size(told) - 1) WHERE i = 0 OR told[i].value <> told[i - 1].value | told[i]][-1] AS latest
  OPTIONAL MATCH (owner:User {userId: latest.value})
  RETURN CASE WHEN latest.value <> '' THEN {owner: latest.value, name: coalesce(owner.name, ''), since: latest.occurredAt}
         END AS ownership
}
RETURN asked, record.accountId AS key, name, sources, leadSources, ownership
ORDER BY asked, key
