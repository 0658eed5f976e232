// The accounts that sources know by each internet domain; by one that none has any more, those that had it.
// params: given.domains LIST<STRING>
// returns: domain STRING, keys LIST<STRING>
// access: READ
UNWIND $given.domains AS domain
CALL (domain) {
  OPTIONAL MATCH (account:Account {domain: domain})
  WHERE coalesce(size(account.deletions) % 2 = 0, true)
  RETURN collect(account.accountId) AS now
}
CALL (domain, now) {
  OPTIONAL MATCH (account:Account)-[:RECORDED_IN {domain: domain}]->(:SourceRecord)
  WHERE size(now) = 0 AND coalesce(size(account.deletions) % 2 = 0, true)
  RETURN collect(DISTINCT account.accountId) AS before
}
WITH domain, now + before AS keys
WHERE size(keys) > 0
RETURN domain, keys
