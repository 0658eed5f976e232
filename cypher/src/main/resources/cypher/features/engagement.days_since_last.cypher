// Days since the last buyer action of anybody employed at the account: recomputes engagement.days_since_last.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
MATCH (account:Account {accountId: $accountId})<-[job:WORKS_AT]-(person:Person)
WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  AND NOT coalesce(job.endKnownAt <= $asOf AND job.endedAt < $asOf, false)
WITH DISTINCT account, person
MATCH (person)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account)
WHERE action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
WITH max(action.occurredAt) AS last
WHERE last IS NOT NULL
RETURN ($asOf.epochMillis - last.epochMillis) / 86400000.0 AS value
