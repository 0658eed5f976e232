// Runs of buyer actions of those employed at the account, ended by silence of at least the burst gap: recomputes
// engagement.bursts.
// params: accountId STRING, asOf DATETIME, burstGapMillis INTEGER
// returns: value FLOAT
// access: READ
MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*0..]-(account:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH collect(DISTINCT account) AS accounts
UNWIND accounts AS account
MATCH (account)<-[job:WORKS_AT]-(:Person)-[merges:SAME_AS*0..]-(person:Person)
WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  AND NOT coalesce(job.endKnownAt <= $asOf AND job.endedAt < $asOf, false)
  AND all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH DISTINCT accounts, person
MATCH (person)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account:Account)
WHERE account IN accounts AND action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
WITH DISTINCT action.occurredAt.epochMillis AS at
ORDER BY at
WITH collect(at) AS times
WHERE size(times) > 0
RETURN toFloat(1 + size([i IN range(1, size(times) - 1) WHERE times[i] - times[i - 1] >= $burstGapMillis])) AS value
