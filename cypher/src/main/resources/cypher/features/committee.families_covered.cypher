// How many of the technical, business and executive family are engaged in the window: recomputes committee.families_covered. Of
// several jobs that somebody holds at the account the latest counts.
// Of records of one person that disagree about the end of a job, the one that heard of it last is believed.
// Deleted records do not count: deletions are the instants as of which one was deleted, restored, deleted again … in turn.
// params: accountId STRING, asOf DATETIME, since DATETIME, technicalFunctions LIST<STRING>, executiveSeniorities LIST<STRING>
// returns: value FLOAT
// access: READ
MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*0..]-(account:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  AND coalesce(size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 0, true)
WITH collect(DISTINCT account) AS accounts
UNWIND accounts AS account
MATCH (account)<-[job:WORKS_AT]-(record:Person)
WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
CALL (record) {
  MATCH (record)-[merges:SAME_AS*0..]-(same:Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  RETURN same AS person
  ORDER BY same.personId
  LIMIT 1
}
WITH accounts, person, job, CASE WHEN job.endKnownAt <= $asOf THEN job.endedAt END AS endedAt
ORDER BY CASE WHEN endedAt IS NOT NULL AND job.endKnownAt > job.knownAt THEN job.endKnownAt ELSE job.knownAt END DESC,
         coalesce(endedAt, job.occurredAt) DESC, endedAt IS NOT NULL DESC, job.function DESC, job.seniority DESC
WITH accounts, person, job.title AS title, job.occurredAt AS beganAt, min(job.knownAt) AS knownAt, head(collect(job)) AS job,
     head(collect(coalesce(endedAt >= $asOf, true))) AS isHeld
WHERE isHeld
WITH accounts, person, job
ORDER BY beganAt DESC, knownAt DESC, coalesce(title, '') DESC
WITH accounts, person, head(collect(job)) AS job
WITH person, EXISTS {
  MATCH (person)-[merges:SAME_AS*0..]-(:Person)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account:Account)
  WHERE account IN accounts AND all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
    AND coalesce(size([turn IN action.deletions WHERE turn <= $asOf]) % 2 = 0, true)
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
