// Mean days of silence between runs of buyer actions, ended by silence of at least the burst gap: recomputes
// engagement.mean_gap_days.
// params: accountId STRING, asOf DATETIME, burstGapMillis INTEGER
// returns: value FLOAT
// access: READ
// begins: actions
WITH [done IN actions | done.at] AS times
WITH [i IN range(1, size(times) - 1) WHERE times[i] - times[i - 1] >= $burstGapMillis | times[i] - times[i - 1]] AS gaps
WHERE size(gaps) > 0
RETURN toFloat(reduce(silence = 0, gap IN gaps | silence + gap)) / size(gaps) / 86400000.0 AS value
