// Opportunities of which a field had not been told as of an instant, or was taken away: a row for each field.
// params: asOf DATETIME, prefix STRING, examples INTEGER
// returns: subject STRING, part INTEGER, whole INTEGER, examples LIST<STRING>
// access: READ
MATCH (opportunity:Opportunity)-[:FOR_ACCOUNT]->(account:Account)
WHERE opportunity.opportunityId STARTS WITH $prefix
  AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  AND coalesce(size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  AND EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
               WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
  AND EXISTS { (account)-[telling:RECORDED_IN]->(:SourceRecord)
               WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf }
CALL (opportunity) {
  MATCH (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH telling
  ORDER BY telling.version DESC
  RETURN coalesce(head(collect(telling.name)), '') AS name, coalesce(head(collect(telling.pipeline)), '') AS pipeline
}
CALL (opportunity) {
  MATCH (opportunity)-[:CHANGED]->(change:FieldChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  WITH change
  ORDER BY change.occurredAt DESC, change.knownAt DESC, change.value DESC
  WITH change.field AS field, head(collect(change.value)) AS value
  RETURN collect(CASE value WHEN '' THEN null ELSE field END) AS filled
}
WITH opportunity, filled
  + CASE name WHEN '' THEN [] ELSE ['NAME'] END
  + CASE pipeline WHEN '' THEN [] ELSE ['PIPELINE'] END
  + CASE WHEN EXISTS { (opportunity)-[:CHANGED]->(change:StageChange)
                       WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf } THEN ['STAGE'] ELSE [] END AS filled
ORDER BY opportunity.opportunityId
UNWIND ['NAME', 'PIPELINE', 'STAGE', 'AMOUNT', 'CLOSE_DATE', 'LEAD_SOURCE', 'OWNER'] AS subject
WITH subject, count(*) AS whole, collect(CASE WHEN subject IN filled THEN null ELSE opportunity.opportunityId END) AS flawed
RETURN subject, size(flawed) AS part, whole, flawed[..$examples] AS examples
