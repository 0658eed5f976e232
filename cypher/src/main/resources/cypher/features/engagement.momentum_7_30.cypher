// Rate of buyer actions in the short window over that in the long one, both counts shrunk: recomputes
// engagement.momentum_7_30.
// params: accountId STRING, asOf DATETIME, shortSince DATETIME, longSince DATETIME, shortDays INTEGER, longDays INTEGER, shrinkage FLOAT
// returns: value FLOAT, shortActions INTEGER, longActions INTEGER
// access: READ
MATCH (account:Account {accountId: $accountId})<-[job:WORKS_AT]-(person:Person)
WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  AND NOT coalesce(job.endKnownAt <= $asOf AND job.endedAt < $asOf, false)
WITH DISTINCT account, person
MATCH (person)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account)
WHERE action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
  AND action.occurredAt > $longSince
WITH count(DISTINCT CASE WHEN action.occurredAt > $shortSince THEN action END) AS shortActions,
     count(DISTINCT action) AS longActions
WHERE longActions > 0
RETURN (shortActions + $shrinkage) / $shortDays / ((longActions + $shrinkage) / $longDays) AS value,
       shortActions, longActions
