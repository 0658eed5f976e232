// Open opportunities without a sign of life for some days as of an instant: created, moved to another stage, changed in a field, or
// any activity at the account. What is told for the first time, or told again, is no change. Open is what is neither won nor lost
// by the newest stage.
// params: asOf DATETIME, prefix STRING, examples INTEGER, staleDays INTEGER
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
WITH opportunity, account, outcome, $asOf - duration({days: $staleDays}) AS latest
WHERE coalesce(outcome, 'OPEN') = 'OPEN'
CALL (opportunity) {
  MATCH (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  RETURN min(telling.occurredAt) AS created
}
CALL (opportunity, latest) {
  MATCH (opportunity)-[:CHANGED]->(change:StageChange|FieldChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  WITH change, coalesce(change.field, 'STAGE') AS field, coalesce(change.value, change.stage + '|' + change.outcome) AS value
  ORDER BY change.occurredAt, change.knownAt, value
  WITH field, collect({value: value, at: change.occurredAt}) AS told
  RETURN count(CASE WHEN any(i IN range(1, size(told) - 1) WHERE told[i].value <> told[i - 1].value AND told[i].at > latest)
               THEN 1 END) AS changes
}
WITH opportunity, created <= latest AND changes = 0
     AND NOT EXISTS { (account)<-[:ABOUT]-(activity:Engagement)
                      WHERE activity.excluded IS NULL AND activity.knownAt <= $asOf
                        AND coalesce(size([turn IN activity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
                        AND activity.occurredAt > latest AND activity.occurredAt <= $asOf } AS stale
ORDER BY opportunity.opportunityId
WITH count(*) AS whole, collect(CASE WHEN stale THEN opportunity.opportunityId END) AS flawed
RETURN '' AS subject, size(flawed) AS part, whole, flawed[..$examples] AS examples
