// Days since the first buyer action of anybody employed at the account: recomputes engagement.days_since_first.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: actions
WITH head(actions) AS first
WHERE first IS NOT NULL
RETURN ($asOf.epochMillis - first.at) / 86400000.0 AS value
