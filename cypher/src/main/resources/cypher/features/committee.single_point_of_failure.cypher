// 1 if taking out one person who decides nothing leaves no path of ties from us to a holder of a decision seat: recomputes
// committee.single_point_of_failure by taking out each in turn, and names them.
// Of records of one person that disagree about the end of a job or a role, the one that heard of it last is believed.
// Deleted records do not count: deletions are the instants as of which one was deleted, restored, deleted again … in turn.
// params: accountId STRING, asOf DATETIME, tiesSince DATETIME, tyingKinds LIST<STRING>, leastConfidence FLOAT, decisionSeats LIST<STRING>
// returns: value FLOAT, cutPoints LIST<STRING>
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
CALL (accounts, people) {
  UNWIND accounts AS account
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)<-[holding:HAS_ROLE]-(record:Person)
  WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND holding.occurredAt <= $asOf AND holding.knownAt <= $asOf
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND holding.role IN $decisionSeats
  CALL (record) {
    MATCH (record)-[merges:SAME_AS*0..]-(same:Person)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN same AS person
    ORDER BY same.personId
    LIMIT 1
  }
  WITH opportunity, people, person, holding, CASE WHEN holding.endKnownAt <= $asOf THEN holding.endedAt END AS endedAt
  ORDER BY CASE WHEN endedAt IS NOT NULL AND holding.endKnownAt > holding.knownAt THEN holding.endKnownAt ELSE holding.knownAt END DESC,
           coalesce(endedAt, holding.occurredAt) DESC, endedAt IS NOT NULL DESC, holding.confidence DESC
  WITH opportunity, people, person, holding.role AS role, holding.source AS source, holding.occurredAt AS beganAt,
       head(collect(holding.confidence >= $leastConfidence AND coalesce(endedAt >= $asOf, true))) AS isHeld
  WHERE isHeld AND person IN people
  WITH DISTINCT opportunity, person AS holder
  CALL (opportunity) {
    OPTIONAL MATCH (opportunity)-[:CHANGED]->(change:StageChange)
    WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
    RETURN change.outcome AS outcome
    ORDER BY change.occurredAt DESC, change.knownAt DESC, change.stage DESC
    LIMIT 1
  }
  WITH holder, outcome
  WHERE coalesce(outcome, 'OPEN') = 'OPEN'
  RETURN collect(DISTINCT holder) AS deciders
}
UNWIND accounts AS account
MATCH (account)<-[:ABOUT]-(action:Engagement {side: 'BUYER'})
WHERE action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
  AND coalesce(size([turn IN action.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  AND action.occurredAt > $tiesSince AND action.kind IN $tyingKinds
WITH people, deciders, range(0, size(people) - 1) AS everyone,
     EXISTS { (:User)-[:TOOK_PART]->(action) } AS withUs,
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
WITH people, deciders, everyone, withUs, [i IN everyone WHERE people[i] IN performers] AS acted,
     [i IN everyone WHERE people[i] IN performers OR people[i] IN reached] AS tookPart
WHERE size(acted) > 0
WITH people, everyone, [i IN everyone WHERE people[i] IN deciders] AS deciders, collect(tookPart) AS groups,
     collect(CASE WHEN withUs THEN acted END) AS dealtWithUs
WITH people, deciders, [-1] + [i IN everyone WHERE NOT i IN deciders] AS candidates, everyone, groups,
     [i IN everyone WHERE any(acted IN dealtWithUs WHERE i IN acted)] AS starts
UNWIND candidates AS without
WITH people, deciders, without, reduce(seen = [i IN starts WHERE i <> without], round IN everyone |
       [i IN everyone WHERE i <> without
         AND (i IN seen OR any(group IN groups WHERE i IN group AND any(j IN group WHERE j IN seen)))]) AS seen
WITH people, without, any(decider IN deciders WHERE decider IN seen) AS connected
WITH people, collect(CASE WHEN without = -1 AND connected THEN true END) AS ways,
     collect(CASE WHEN without >= 0 AND NOT connected THEN without END) AS cuts
WHERE size(ways) > 0
RETURN CASE WHEN size(cuts) > 0 THEN 1.0 ELSE 0.0 END AS value, [i IN cuts | people[i].personId] AS cutPoints
