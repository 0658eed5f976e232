// Whether somebody recorded as champion on an open opportunity is not employed there: recomputes champion.left. Of records that disagree
// about the end of a role, the one that heard of it last is believed.
// params: accountId STRING, asOf DATETIME
// returns: value INTEGER
// access: READ
// begins: people, opportunities
UNWIND [told IN opportunities WHERE told.isOpen | told.opportunity] AS opportunity
MATCH (opportunity)<-[holding:HAS_ROLE {role: 'CHAMPION'}]-(record:Person)
WHERE holding.occurredAt <= $asOf AND holding.knownAt <= $asOf
  AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
CALL (record) {
  MATCH (record)-[merges:SAME_AS*0..]-(same:Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  RETURN same AS person
  ORDER BY same.personId
  LIMIT 1
}
WITH people, opportunity, person, holding, CASE WHEN holding.endKnownAt <= $asOf THEN holding.endedAt END AS endedAt
ORDER BY CASE WHEN endedAt IS NOT NULL AND holding.endKnownAt > holding.knownAt THEN holding.endKnownAt ELSE holding.knownAt END DESC,
         coalesce(endedAt, holding.occurredAt) DESC, endedAt IS NOT NULL DESC, holding.confidence DESC
WITH people, opportunity, person, holding.source AS source, holding.occurredAt AS beganAt,
     head(collect(coalesce(endedAt >= $asOf, true))) AS isHeld
WHERE isHeld
WITH count(*) AS held, sum(CASE WHEN person IN people THEN 0 ELSE 1 END) AS gone
WHERE held > 0
RETURN CASE WHEN gone > 0 THEN 1 ELSE 0 END AS value
