// Rate of buyer actions in the short window over that in the long one, both counts shrunk: recomputes
// engagement.momentum_7_30.
// params: accountId STRING, asOf DATETIME, shortSince DATETIME, longSince DATETIME, shortDays INTEGER, longDays INTEGER, shrinkage FLOAT
// returns: value FLOAT, shortActions INTEGER, longActions INTEGER
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
  AND action.occurredAt > $longSince
WITH count(DISTINCT CASE WHEN action.occurredAt > $shortSince THEN action END) AS shortActions,
     count(DISTINCT action) AS longActions
WHERE longActions > 0
RETURN (shortActions + $shrinkage) / $shortDays / ((longActions + $shrinkage) / $longDays) AS value,
       shortActions, longActions
