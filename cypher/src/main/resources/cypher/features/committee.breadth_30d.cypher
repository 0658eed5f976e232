// Distinct people employed at the account with a buyer action in the window: recomputes committee.breadth_30d.
// params: accountId STRING, asOf DATETIME, since DATETIME
// returns: value FLOAT
// access: READ
MATCH (account:Account {accountId: $accountId})<-[job:WORKS_AT]-(person:Person)
WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  AND NOT coalesce(job.endKnownAt <= $asOf AND job.endedAt < $asOf, false)
WITH DISTINCT account, person
WITH person, EXISTS {
  MATCH (person)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account)
  WHERE action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
    AND action.occurredAt > $since
} AS engaged
WITH count(person) AS people, sum(CASE WHEN engaged THEN 1 ELSE 0 END) AS engagedPeople
WHERE people > 0
RETURN toFloat(engagedPeople) AS value
