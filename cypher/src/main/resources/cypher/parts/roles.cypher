// Committee roles that people employed there hold on open opportunities: {person, role, source, confidence, since}. Of records that
// disagree about the end of a role, the one that heard of it last is believed.
// begins: people, opportunities
// gives: roles
CALL (people, opportunities) {
  UNWIND [told IN opportunities WHERE told.isOpen | told.opportunity] AS opportunity
  MATCH (opportunity)<-[holding:HAS_ROLE]-(record:Person)
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
  WHERE person IN people
  ORDER BY CASE WHEN endedAt IS NOT NULL AND holding.endKnownAt > holding.knownAt THEN holding.endKnownAt ELSE holding.knownAt END DESC,
           coalesce(endedAt, holding.occurredAt) DESC, endedAt IS NOT NULL DESC, holding.confidence DESC
  WITH opportunity, person, holding.role AS role, holding.source AS source, holding.occurredAt AS beganAt,
       head(collect(holding)) AS holding, head(collect(coalesce(endedAt >= $asOf, true))) AS isHeld
  WHERE isHeld
  RETURN collect({person: person, role: role, source: source, confidence: holding.confidence, since: beganAt}) AS roles
}
