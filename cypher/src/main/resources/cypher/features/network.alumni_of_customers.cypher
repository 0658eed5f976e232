// How many people employed there had a job at another account that had not ended when that account bought: recomputes
// network.alumni_of_customers. Of records that disagree about the end of a job, the one that heard of it last is believed.
// params: accountId STRING, asOf DATETIME
// returns: value INTEGER
// access: READ
// begins: people, family
WITH family, people
WHERE size(people) > 0
CALL (family, people) {
  UNWIND people AS person
  MATCH (person)-[merges:SAME_AS*0..]-(record:Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH DISTINCT family, person, record
  MATCH (record)-[job:WORKS_AT]->(employer:Account)
  WHERE NOT employer IN family AND job.occurredAt <= $asOf AND job.knownAt <= $asOf
    AND coalesce(size([turn IN employer.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  CALL (employer) {
    MATCH (employer)-[merges:SAME_AS*0..]-(same:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN same AS customer
    ORDER BY same.accountId
    LIMIT 1
  }
  WITH person, customer, job, CASE WHEN job.endKnownAt <= $asOf THEN job.endedAt END AS endedAt
  ORDER BY CASE WHEN endedAt IS NOT NULL AND job.endKnownAt > job.knownAt THEN job.endKnownAt ELSE job.knownAt END DESC,
           coalesce(endedAt, job.occurredAt) DESC, endedAt IS NOT NULL DESC, job.function DESC, job.seniority DESC
  WITH person, customer, job.title AS title, job.occurredAt AS beganAt, collect({endedAt: endedAt})[0].endedAt AS endedAt
  MATCH (customer)-[merges:SAME_AS*0..]-(record:Account)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH DISTINCT person, endedAt, record
  MATCH (record)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
  WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH person, endedAt, COLLECT {
         MATCH (opportunity)-[:CHANGED]->(change:StageChange)
         WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
         RETURN change
         ORDER BY change.occurredAt, change.knownAt, change.stage
       } AS stages
  WHERE stages[-1].outcome = 'WON' AND coalesce(
    [i IN range(0, size(stages) - 1) WHERE i = 0 OR stages[i].stage <> stages[i - 1].stage
     OR stages[i].outcome <> stages[i - 1].outcome | stages[i].occurredAt][-1] <= endedAt, true)
  RETURN count(DISTINCT person) AS value
}
RETURN value
