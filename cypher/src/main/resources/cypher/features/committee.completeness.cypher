// Mean over the required seats of min(1, assigned ÷ required), from roles on opportunities that are neither won nor lost:
// recomputes committee.completeness. A seat is {role, required}.
// Of records of one person that disagree about the end of a job or a role, the one that heard of it last is believed.
// Deleted records do not count: deletions are the instants as of which one was deleted, restored, deleted again … in turn.
// params: accountId STRING, asOf DATETIME, leastConfidence FLOAT, seats LIST<MAP>
// returns: value FLOAT
// access: READ
MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*0..]-(account:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  AND coalesce(size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 0, true)
WITH collect(DISTINCT account) AS accounts
UNWIND accounts AS account
MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
  AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
CALL (opportunity) {
  OPTIONAL MATCH (opportunity)-[:CHANGED]->(change:StageChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN change.outcome AS outcome
  ORDER BY change.occurredAt DESC, change.knownAt DESC, change.stage DESC
  LIMIT 1
}
WITH accounts, opportunity, outcome
WHERE coalesce(outcome, 'OPEN') = 'OPEN'
MATCH (opportunity)<-[holding:HAS_ROLE]-(record:Person)
WHERE holding.occurredAt <= $asOf AND holding.knownAt <= $asOf
  AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  AND EXISTS {
    MATCH (record)-[merges:SAME_AS*0..]-(employee:Person)-[job:WORKS_AT]->(account:Account)
    WHERE account IN accounts AND all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
      AND job.occurredAt <= $asOf AND job.knownAt <= $asOf
      AND coalesce(size([turn IN employee.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    WITH job, CASE WHEN job.endKnownAt <= $asOf THEN job.endedAt END AS endedAt
    ORDER BY CASE WHEN endedAt IS NOT NULL AND job.endKnownAt > job.knownAt THEN job.endKnownAt ELSE job.knownAt END DESC,
             coalesce(endedAt, job.occurredAt) DESC, endedAt IS NOT NULL DESC
    WITH job.title AS title, job.occurredAt AS beganAt, head(collect(coalesce(endedAt >= $asOf, true))) AS isHeld
    WHERE isHeld
    RETURN title
  }
CALL (record) {
  MATCH (record)-[merges:SAME_AS*0..]-(same:Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  RETURN same AS person
  ORDER BY same.personId
  LIMIT 1
}
WITH opportunity, person, holding, CASE WHEN holding.endKnownAt <= $asOf THEN holding.endedAt END AS endedAt
ORDER BY CASE WHEN endedAt IS NOT NULL AND holding.endKnownAt > holding.knownAt THEN holding.endKnownAt ELSE holding.knownAt END DESC,
         coalesce(endedAt, holding.occurredAt) DESC, endedAt IS NOT NULL DESC, holding.confidence DESC
WITH opportunity, person, holding.role AS role, holding.source AS source, holding.occurredAt AS beganAt,
     head(collect(holding.confidence >= $leastConfidence AND coalesce(endedAt >= $asOf, true))) AS isHeld
WHERE isHeld
WITH DISTINCT role, person
WITH collect(role) AS roles
WHERE size(roles) > 0
RETURN reduce(filled = 0.0, seat IN $seats |
         filled + CASE WHEN size([role IN roles WHERE role = seat.role]) >= seat.required THEN 1.0
                       ELSE toFloat(size([role IN roles WHERE role = seat.role])) / seat.required END) / size($seats) AS value
