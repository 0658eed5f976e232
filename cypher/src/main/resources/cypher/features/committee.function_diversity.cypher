// exp(entropy) of the known functions of people engaged in the window: recomputes committee.function_diversity. Of several jobs
// that somebody holds at the account the latest counts.
// params: accountId STRING, asOf DATETIME, since DATETIME
// returns: value FLOAT
// access: READ
MATCH (account:Account {accountId: $accountId})<-[job:WORKS_AT]-(person:Person)
WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  AND NOT coalesce(job.endKnownAt <= $asOf AND job.endedAt < $asOf, false)
WITH account, person, job
ORDER BY job.occurredAt DESC, job.knownAt DESC
WITH account, person, head(collect(job.function)) AS function
WHERE function <> 'UNKNOWN' AND EXISTS {
  MATCH (person)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account)
  WHERE action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
    AND action.occurredAt > $since
}
WITH function, count(person) AS people
WITH collect(people) AS counts, toFloat(sum(people)) AS total
WHERE total > 0
RETURN exp(reduce(entropy = 0.0, people IN counts | entropy - people / total * log(people / total))) AS value
