// How many people employed there had a buying role in a win of another account, each halved with every half-life since their job there
// began: recomputes network.champion_moves. Of records that disagree about a role, the one that heard of it last is believed.
// params: accountId STRING, asOf DATETIME, buyingRoles LIST<STRING>, leastConfidence FLOAT, moveHalfLifeMillis INTEGER
// returns: value FLOAT
// access: READ
// begins: people, family
WITH family, people, jobs
WHERE size(people) > 0
CALL (family, people, jobs) {
  UNWIND range(0, size(people) - 1) AS i
  WITH family, people[i] AS person, jobs[i].occurredAt AS movedAt
  MATCH (person)-[merges:SAME_AS*0..]-(record:Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH DISTINCT family, person, movedAt, record
  MATCH (record)-[holding:HAS_ROLE]->(opportunity:Opportunity)-[:FOR_ACCOUNT]->(other:Account)
  WHERE NOT other IN family AND holding.role IN $buyingRoles AND holding.occurredAt <= $asOf AND holding.knownAt <= $asOf
    AND opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND coalesce(size([turn IN other.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH person, movedAt, opportunity, holding, CASE WHEN holding.endKnownAt <= $asOf THEN holding.endedAt END AS endedAt
  ORDER BY CASE WHEN endedAt IS NOT NULL AND holding.endKnownAt > holding.knownAt THEN holding.endKnownAt ELSE holding.knownAt END DESC,
           coalesce(endedAt, holding.occurredAt) DESC, endedAt IS NOT NULL DESC, holding.confidence DESC
  WITH person, movedAt, opportunity, holding.role AS role, holding.source AS source, holding.occurredAt AS beganAt,
       head(collect(holding.confidence)) AS confidence
  WHERE confidence >= $leastConfidence AND 'WON' = head(COLLECT {
    MATCH (opportunity)-[:CHANGED]->(change:StageChange)
    WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
    RETURN change.outcome
    ORDER BY change.occurredAt DESC, change.knownAt DESC, change.stage DESC
    LIMIT 1
  })
  WITH DISTINCT person, movedAt
  RETURN sum(0.5 ^ (toFloat($asOf.epochMillis - movedAt.epochMillis) / $moveHalfLifeMillis)) AS value
}
RETURN toFloat(value) AS value
