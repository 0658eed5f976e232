// Days since the last buyer action of anybody employed at the account: recomputes engagement.days_since_last.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: actions
WITH last(actions) AS last
WHERE last IS NOT NULL
RETURN ($asOf.epochMillis - last.at) / 86400000.0 AS value
