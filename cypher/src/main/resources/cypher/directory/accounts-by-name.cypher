// The accounts that sources know by each name, letter for letter.
// params: names LIST<STRING>
// returns: name STRING, keys LIST<STRING>
// access: READ
UNWIND $names AS name
MATCH (account:Account {name: name})
RETURN name, collect(account.accountId) AS keys
