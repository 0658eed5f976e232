// Runs of buyer actions of those employed at the account, ended by silence of at least the burst gap: recomputes
// engagement.bursts.
// params: accountId STRING, asOf DATETIME, burstGapMillis INTEGER
// returns: value FLOAT
// access: READ
MATCH (account:Account {accountId: $accountId})<-[job:WORKS_AT]-(person:Person)
WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  AND NOT coalesce(job.endKnownAt <= $asOf AND job.endedAt < $asOf, false)
WITH DISTINCT account, person
MATCH (person)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account)
WHERE action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
WITH DISTINCT action.occurredAt.epochMillis AS at
ORDER BY at
WITH collect(at) AS times
WHERE size(times) > 0
RETURN toFloat(1 + size([i IN range(1, size(times) - 1) WHERE times[i] - times[i - 1] >= $burstGapMillis])) AS value
