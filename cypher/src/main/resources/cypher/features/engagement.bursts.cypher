// Runs of buyer actions of those employed at the account, ended by silence of at least the burst gap: recomputes
// engagement.bursts.
// params: accountId STRING, asOf DATETIME, burstGapMillis INTEGER
// returns: value FLOAT
// access: READ
// begins: actions
WITH [done IN actions | done.at] AS times
WHERE size(times) > 0
RETURN toFloat(1 + size([i IN range(1, size(times) - 1) WHERE times[i] - times[i - 1] >= $burstGapMillis])) AS value
