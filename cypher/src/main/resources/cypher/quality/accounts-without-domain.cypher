// Accounts of whose domain nothing had been told as of an instant, or that it was taken away.
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
  RETURN count(telling) AS tellings, coalesce(head(collect(telling.domain)), '') AS domain
}
WITH account, domain, tellings
WHERE tellings > 0
WITH account, domain
ORDER BY account.accountId
WITH count(*) AS whole, collect(CASE domain WHEN '' THEN account.accountId END) AS flawed
RETURN '' AS subject, size(flawed) AS part, whole, flawed[..$examples] AS examples
