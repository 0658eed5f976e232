// The keys of the next records of accounts, in order, whatever was known of them when.
// params: after STRING, limit INTEGER
// returns: accountId STRING
// access: READ
MATCH (account:Account)
WHERE account.accountId > $after
RETURN account.accountId AS accountId
ORDER BY accountId
LIMIT $limit
