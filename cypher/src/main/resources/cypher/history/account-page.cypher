// The keys of the next accounts that were known as of an instant, in order.
// params: after STRING, asOf DATETIME, limit INTEGER
// returns: accountId STRING
// access: READ
MATCH (account:Account)
WHERE account.accountId > $after AND account.occurredAt <= $asOf AND account.knownAt <= $asOf
RETURN account.accountId AS accountId
ORDER BY accountId
LIMIT $limit
