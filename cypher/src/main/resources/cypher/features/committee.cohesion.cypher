// Share of the engaged people in the connected component that holds most of them: recomputes committee.cohesion. Everyone begins
// with a label of their own and takes the least in any group they took part with, as often as there are people; then those
// who can reach each other have the same label.
// Of records of one person that disagree about the end of a job, the one that heard of it last is believed.
// Deleted records do not count: deletions are the instants as of which one was deleted, restored, deleted again … in turn.
// params: accountId STRING, asOf DATETIME, since DATETIME, tiesSince DATETIME, tyingKinds LIST<STRING>
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
WITH accounts, collect(DISTINCT person) AS people
UNWIND accounts AS account
MATCH (account)<-[:ABOUT]-(action:Engagement {side: 'BUYER'})
WHERE action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
  AND coalesce(size([turn IN action.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  AND action.occurredAt > $tiesSince
WITH people, action, range(0, size(people) - 1) AS everyone,
     COLLECT {
       MATCH (performer:Person)-[:PERFORMED]->(action)
       CALL (performer) {
         MATCH (performer)-[merges:SAME_AS*0..]-(same:Person)
         WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
         RETURN same AS person
         ORDER BY same.personId
         LIMIT 1
       }
       RETURN DISTINCT person
     } AS performers, COLLECT {
       MATCH (action)-[:ADDRESSED_TO]->(recipient:Person)
       CALL (recipient) {
         MATCH (recipient)-[merges:SAME_AS*0..]-(same:Person)
         WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
         RETURN same AS person
         ORDER BY same.personId
         LIMIT 1
       }
       RETURN DISTINCT person
     } AS reached
WITH people, everyone, action, [i IN everyone WHERE people[i] IN performers] AS acted,
     [i IN everyone WHERE people[i] IN performers OR people[i] IN reached] AS tookPart
WHERE size(acted) > 0
WITH everyone,
     collect(CASE WHEN action.kind IN $tyingKinds THEN tookPart END) AS groups,
     collect(CASE WHEN action.occurredAt > $since THEN acted END) AS actedLately
WITH everyone, groups, [i IN everyone WHERE any(acted IN actedLately WHERE i IN acted)] AS engaged
WHERE size(engaged) > 1
WITH engaged, reduce(labels = everyone, round IN everyone |
       [i IN everyone | reduce(least = labels[i], group IN groups |
         CASE WHEN i IN group THEN reduce(low = least, j IN group | CASE WHEN labels[j] < low THEN labels[j] ELSE low END)
              ELSE least END)]) AS labels
RETURN reduce(share = 0.0, label IN labels |
         CASE WHEN toFloat(size([i IN engaged WHERE labels[i] = label])) / size(engaged) > share
              THEN toFloat(size([i IN engaged WHERE labels[i] = label])) / size(engaged) ELSE share END) AS value
