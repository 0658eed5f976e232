// Days since the last buyer action of anybody employed at the account: recomputes engagement.days_since_last.
// params: accountId STRING, asOf DATETIME
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
WITH max(action.occurredAt) AS last
WHERE last IS NOT NULL
RETURN ($asOf.epochMillis - last.epochMillis) / 86400000.0 AS value
