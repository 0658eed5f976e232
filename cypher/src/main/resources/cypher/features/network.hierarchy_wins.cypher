// Opportunities won at accounts up to two steps away in the hierarchy, up or down, each discounted for every step after the first:
// recomputes network.hierarchy_wins.
// params: accountId STRING, asOf DATETIME, hopDiscount FLOAT, mostHops INTEGER
// returns: value FLOAT
// access: READ
// begins: family
CALL (accounts, family) {
  UNWIND accounts AS account
  MATCH (account)-[belongs:SUBSIDIARY_OF]-(related:Account)
  WHERE NOT related IN family AND belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
    AND coalesce(size([turn IN related.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  MATCH (related)-[merges:SAME_AS*0..]-(record:Account)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN collect(DISTINCT record) AS near
}
CALL (family, near) {
  UNWIND CASE WHEN $mostHops > 1 THEN near ELSE [] END AS account
  MATCH (account)-[belongs:SUBSIDIARY_OF]-(related:Account)
  WHERE NOT related IN family AND belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
    AND coalesce(size([turn IN related.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  MATCH (related)-[merges:SAME_AS*0..]-(record:Account)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND NOT record IN near
  RETURN collect(DISTINCT record) AS far
}
WITH near, far
WHERE size(near) > 0
CALL (near, far) {
  UNWIND near + far AS account
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
  WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND 'WON' = head(COLLECT {
      MATCH (opportunity)-[:CHANGED]->(change:StageChange)
      WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
      RETURN change.outcome
      ORDER BY change.occurredAt DESC, change.knownAt DESC, change.stage DESC
      LIMIT 1
    })
  RETURN sum(CASE WHEN account IN near THEN 1.0 ELSE $hopDiscount END) AS value
}
RETURN toFloat(value) AS value
