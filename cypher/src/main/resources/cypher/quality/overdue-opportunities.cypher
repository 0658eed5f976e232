// Open opportunities whose expected close date lay before the day of an instant. Open is what is neither won nor lost by the newest
// stage.
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
  OPTIONAL MATCH (opportunity)-[:CHANGED]->(change:StageChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN change.outcome AS outcome
  ORDER BY change.occurredAt DESC, change.knownAt DESC, change.stage DESC
  LIMIT 1
}
WITH opportunity, outcome
WHERE coalesce(outcome, 'OPEN') = 'OPEN'
CALL (opportunity) {
  OPTIONAL MATCH (opportunity)-[:CHANGED]->(change:FieldChange {field: 'CLOSE_DATE'})
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN coalesce(change.value, '') AS closes
  ORDER BY change.occurredAt DESC, change.knownAt DESC, change.value DESC
  LIMIT 1
}
WITH opportunity, closes <> '' AND closes < toString(date($asOf)) AS overdue
ORDER BY opportunity.opportunityId
WITH count(*) AS whole, collect(CASE WHEN overdue THEN opportunity.opportunityId END) AS flawed
RETURN '' AS subject, size(flawed) AS part, whole, flawed[..$examples] AS examples
