// The activity of those employed at the account in one word: recomputes engagement.state. The word is the first that fits; the
// chance of a surge is the upper tail of a binomial distribution, summed term by term.
// Of records of one person that disagree about the end of a job, the one that heard of it last is believed.
// Deleted records do not count: deletions are the instants as of which one was deleted, restored, deleted again … in turn.
// params: accountId STRING, asOf DATETIME, dormancyMillis INTEGER, shortMillis INTEGER, longMillis INTEGER, shrinkage FLOAT, surgeMillis INTEGER, baselineMillis INTEGER, significance FLOAT, risingMomentum FLOAT, fewestRising INTEGER, coolingMomentum FLOAT
// returns: value STRING, surgeP FLOAT, momentum FLOAT
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
WITH DISTINCT action
WITH $asOf.epochMillis - action.occurredAt.epochMillis AS age
ORDER BY age DESC
WITH collect(age) AS ages
WHERE size(ages) > 0
WITH ages,
     [i IN range(1, size(ages) - 1) WHERE ages[i - 1] - ages[i] >= $dormancyMillis | ages[i]] AS returns,
     size([age IN ages WHERE age < $shortMillis]) AS inShort,
     size([age IN ages WHERE age < $longMillis]) AS inLong,
     size([age IN ages WHERE age < $surgeMillis]) AS inSurge,
     size([age IN ages WHERE age >= $surgeMillis AND age < $surgeMillis + $baselineMillis]) AS before,
     toFloat($surgeMillis) / ($surgeMillis + $baselineMillis) AS chance
WITH *,
     (inShort + $shrinkage) / $shortMillis / ((inLong + $shrinkage) / $longMillis) AS momentum,
     CASE WHEN inSurge = 0 THEN 1.0 ELSE
       reduce(tail = 0.0, count IN range(inSurge, inSurge + before) |
         tail + reduce(term = (1 - chance) ^ (inSurge + before - count), i IN range(1, count) |
                       term * chance * (inSurge + before - count + i) / i)) END AS surgeP
RETURN CASE
         WHEN ages[-1] >= $dormancyMillis THEN 'DORMANT'
         WHEN size(returns) = 0 AND ages[0] < $longMillis THEN 'NEW'
         WHEN size(returns) > 0 AND returns[-1] < $longMillis THEN 'REENGAGED'
         WHEN surgeP < $significance OR (inShort >= $fewestRising AND momentum >= $risingMomentum) THEN 'ACCELERATING'
         WHEN inLong = 0 OR momentum <= $coolingMomentum THEN 'COOLING'
         ELSE 'STEADY'
       END AS value,
       surgeP, momentum
