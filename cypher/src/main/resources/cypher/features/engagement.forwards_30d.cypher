// Buyer actions of the window by which somebody passed something on to a colleague, as the mail or a source says: recomputes
// engagement.forwards_30d.
// params: accountId STRING, asOf DATETIME, since DATETIME
// returns: value FLOAT
// access: READ
// begins: interactions
WITH people, [done IN interactions WHERE done.action.occurredAt > $since] AS recent
WHERE size(recent) > 0
WITH people, recent, [done IN recent WHERE done.action.kind = 'FORWARD'
       AND any(recipient IN done.reached WHERE recipient IN people AND any(performer IN done.acted WHERE performer <> recipient)) | done.action] AS mailed
CALL (people, recent) {
  UNWIND recent AS done
  UNWIND done.acted AS person
  MATCH (person)-[merges:SAME_AS*0..]-(source:Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN source.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  MATCH (source)-[link:FORWARDED]->(target:Person)
  WHERE link.engagementId = done.action.engagementId AND link.occurredAt <= $asOf AND link.knownAt <= $asOf
    AND coalesce(CASE WHEN link.endKnownAt <= $asOf THEN link.endedAt END >= $asOf, true)
    AND coalesce(size([turn IN target.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  MATCH (target)-[mergesOfTarget:SAME_AS*0..]-(recipient:Person)
  WHERE all(merge IN mergesOfTarget WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND recipient IN people AND recipient <> person
  RETURN collect(DISTINCT done.action) AS linked
}
RETURN toFloat(size([done IN recent WHERE done.action IN mailed OR done.action IN linked])) AS value
