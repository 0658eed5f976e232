// The sum of credits for colleagues' activations, of the person who has most: recomputes champion.direct_influence. An
// activation is somebody's first buyer action or the first after silence; earlier actions of colleagues share the credit for
// it with chance.
// Of records of one person that disagree about the end of a job, the one that heard of it last is believed.
// Deleted records do not count: deletions are the instants as of which one was deleted, restored, deleted again … in turn.
// params: accountId STRING, asOf DATETIME, silenceMillis INTEGER, lookBackMillis INTEGER, kernelScaleMillis INTEGER, kernelExponent FLOAT, pairStrength FLOAT, explicitOdds FLOAT, baseRate FLOAT
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
WITH people, action, COLLECT {
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
WITH people, action, performers, reached, [performer IN performers WHERE performer IN people] AS acted
WHERE size(acted) > 0
ORDER BY action.occurredAt, action.knownAt, action.engagementId
WITH collect({at: action.occurredAt.epochMillis, acted: acted, named: reached,
              reach: size(performers) + size([person IN reached WHERE NOT person IN performers]) - 1}) AS actions
CALL (actions) {
  UNWIND actions AS action
  UNWIND action.acted AS person
  RETURN count(DISTINCT person) AS peopleWhoActed
}
WITH actions, peopleWhoActed
WHERE peopleWhoActed > 1
CALL (actions) {
  UNWIND actions AS action
  UNWIND action.acted AS person
  WITH actions, person, collect(action) AS own
  UNWIND [i IN range(0, size(own) - 1) WHERE i = 0 OR own[i].at - own[i - 1].at >= $silenceMillis | own[i]] AS activation
  WITH person, activation, [action IN actions WHERE action.at < activation.at
                            AND action.at > activation.at - $lookBackMillis] AS earlier
  CALL (person, activation, earlier) {
    UNWIND earlier AS action
    UNWIND action.acted AS colleague
    WITH person, activation, action, colleague
    WHERE colleague <> person
    RETURN collect({colleague: colleague, weight: $pairStrength
      * CASE WHEN person IN action.named OR colleague IN activation.named THEN $explicitOdds ELSE 1.0 END
      * (1 + toFloat(activation.at - action.at) / $kernelScaleMillis) ^ (-$kernelExponent)
      / CASE WHEN action.reach > 1 THEN action.reach ELSE 1 END}) AS weights
  }
  WITH weights, reduce(total = $baseRate, weighed IN weights | total + weighed.weight) AS total
  UNWIND weights AS weighed
  WITH weighed.colleague AS colleague, sum(weighed.weight / total) AS credit
  RETURN max(credit) AS most
}
RETURN coalesce(most, 0.0) AS value
