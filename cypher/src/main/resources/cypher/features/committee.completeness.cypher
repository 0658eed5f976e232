// Mean over the required seats of min(1, assigned ÷ required), from roles on opportunities that are neither won nor lost:
// recomputes committee.completeness. A seat is {role, required}.
// params: accountId STRING, asOf DATETIME, leastConfidence FLOAT, seats LIST<MAP>
// returns: value FLOAT
// access: READ
MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*0..]-(account:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH collect(DISTINCT account) AS accounts
UNWIND accounts AS account
MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
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
  AND NOT coalesce(holding.endKnownAt <= $asOf AND holding.endedAt < $asOf, false)
  AND holding.confidence >= $leastConfidence
  AND EXISTS {
    MATCH (record)-[merges:SAME_AS*0..]-(:Person)-[job:WORKS_AT]->(account:Account)
    WHERE account IN accounts AND all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
      AND job.occurredAt <= $asOf AND job.knownAt <= $asOf
      AND NOT coalesce(job.endKnownAt <= $asOf AND job.endedAt < $asOf, false)
  }
CALL (record) {
  MATCH (record)-[merges:SAME_AS*0..]-(same:Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  RETURN same AS person
  ORDER BY same.personId
  LIMIT 1
}
WITH DISTINCT holding.role AS role, person
WITH collect(role) AS roles
WHERE size(roles) > 0
RETURN reduce(filled = 0.0, seat IN $seats |
         filled + CASE WHEN size([role IN roles WHERE role = seat.role]) >= seat.required THEN 1.0
                       ELSE toFloat(size([role IN roles WHERE role = seat.role])) / seat.required END) / size($seats) AS value
