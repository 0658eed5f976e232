// The accounts that sources know by each name, letter for letter.
// params: names LIST<STRING>
// returns: name STRING, keys LIST<STRING>
// access: READ
UNWIND $names AS name
MATCH (account:Account {name: name})
WHERE coalesce(size(account.deletions) % 2 = 0, true)
RETURN name, collect(account.accountId) AS keys
