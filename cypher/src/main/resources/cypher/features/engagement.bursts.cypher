// Runs of buyer actions of those employed at the account, ended by silence of at least the burst gap: recomputes
// engagement.bursts.
// Of records of one person that disagree about the end of a job, the one that heard of it last is believed.
// Deleted records do not count: deletions are the instants as of which one was deleted, restored, deleted again … in turn.
// params: accountId STRING, asOf DATETIME, burstGapMillis INTEGER
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
         coalesce(endedAt, job.occurredAt) DESC, endedAt IS NOT NULL DESC
WITH accounts, person, job.title AS title, job.occurredAt AS beganAt, head(collect(coalesce(endedAt >= $asOf, true))) AS isHeld
WHERE isHeld
WITH DISTINCT accounts, person
MATCH (person)-[merges:SAME_AS*0..]-(record:Person)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
MATCH (record)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account:Account)
WHERE account IN accounts AND action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
  AND coalesce(size([turn IN action.deletions WHERE turn <= $asOf]) % 2 = 0, true)
WITH DISTINCT action.occurredAt.epochMillis AS at
ORDER BY at
WITH collect(at) AS times
WHERE size(times) > 0
RETURN toFloat(1 + size([i IN range(1, size(times) - 1) WHERE times[i] - times[i - 1] >= $burstGapMillis])) AS value
