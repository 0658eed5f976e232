// How many of the technical, business and executive family are engaged in the window: recomputes committee.families_covered. Of
// several jobs that somebody holds at the account the latest counts.
// params: accountId STRING, asOf DATETIME, since DATETIME, technicalFunctions LIST<STRING>, executiveSeniorities LIST<STRING>
// returns: value FLOAT
// access: READ
MATCH (account:Account {accountId: $accountId})<-[job:WORKS_AT]-(person:Person)
WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  AND NOT coalesce(job.endKnownAt <= $asOf AND job.endedAt < $asOf, false)
WITH account, person, job
ORDER BY job.occurredAt DESC, job.knownAt DESC
WITH account, person, head(collect(job)) AS job
WITH person, EXISTS {
  MATCH (person)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account)
  WHERE action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
    AND action.occurredAt > $since
} AS engaged,
CASE
  WHEN job.seniority IN $executiveSeniorities THEN 'EXECUTIVE'
  WHEN job.function = 'UNKNOWN' THEN null
  WHEN job.function IN $technicalFunctions THEN 'TECHNICAL'
  ELSE 'BUSINESS'
END AS family
WITH count(person) AS people, sum(CASE WHEN engaged THEN 1 ELSE 0 END) AS engagedPeople,
     count(DISTINCT CASE WHEN engaged THEN family END) AS families
WHERE people > 0 AND (engagedPeople = 0 OR families > 0)
RETURN toFloat(families) AS value
