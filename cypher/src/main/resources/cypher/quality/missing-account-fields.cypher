// Accounts of which a field had not been told as of an instant, or was taken away: a row for each field.
// params: asOf DATETIME, prefix STRING, examples INTEGER
// returns: subject STRING, part INTEGER, whole INTEGER, examples LIST<STRING>
// access: READ
MATCH (account:Account)
WHERE account.accountId STARTS WITH $prefix
  AND coalesce(size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 0, true)
CALL (account) {
  MATCH (account)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH telling
  ORDER BY telling.version DESC
  RETURN count(telling) AS tellings, coalesce(head(collect(telling.name)), '') AS name
}
WITH account, name, tellings
WHERE tellings > 0
CALL (account) {
  MATCH (account)-[:CHANGED]->(change:FieldChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  WITH change
  ORDER BY change.occurredAt DESC, change.knownAt DESC, change.value DESC
  WITH change.field AS field, head(collect(change.value)) AS value
  RETURN collect(CASE value WHEN '' THEN null ELSE field END) AS filled
}
WITH account, filled + CASE name WHEN '' THEN [] ELSE ['NAME'] END AS filled
ORDER BY account.accountId
UNWIND ['NAME', 'INDUSTRY', 'HEADCOUNT', 'ANNUAL_REVENUE', 'REGION', 'LEAD_SOURCE', 'OWNER'] AS subject
WITH subject, count(*) AS whole, collect(CASE WHEN subject IN filled THEN null ELSE account.accountId END) AS flawed
RETURN subject, size(flawed) AS part, whole, flawed[..$examples] AS examples
