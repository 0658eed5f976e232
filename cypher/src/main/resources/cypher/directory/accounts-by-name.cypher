// The accounts that sources know by each name, letter for letter; by one that none has any more, those that had it.
// params: given.names LIST<STRING>
// returns: name STRING, keys LIST<STRING>
// access: READ
UNWIND $given.names AS name
CALL (name) {
  OPTIONAL MATCH (account:Account {name: name})
  WHERE coalesce(size(account.deletions) % 2 = 0, true)
  RETURN collect(account.accountId) AS now
}
CALL (name, now) {
  OPTIONAL MATCH (account:Account)-[:RECORDED_IN {name: name}]->(:SourceRecord)
  WHERE size(now) = 0 AND coalesce(size(account.deletions) % 2 = 0, true)
  RETURN collect(DISTINCT account.accountId) AS before
}
WITH name, now + before AS keys
WHERE size(keys) > 0
RETURN name, keys
