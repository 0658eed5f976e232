// Moves between stages that were told at midnight UTC, so by their day only. A move is a stage entered from another one, or a close.
// params: asOf DATETIME, prefix STRING, examples INTEGER
// returns: subject STRING, part INTEGER, whole INTEGER, examples LIST<STRING>
// access: READ
MATCH (opportunity:Opportunity)-[:FOR_ACCOUNT]->(account:Account)
WHERE opportunity.opportunityId STARTS WITH $prefix
  AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  AND coalesce(size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  AND EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
               WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
  AND EXISTS { (account)-[telling:RECORDED_IN]->(:SourceRecord)
               WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf }
CALL (opportunity) {
  MATCH (opportunity)-[:CHANGED]->(change:StageChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  WITH change
  ORDER BY change.occurredAt, change.knownAt, change.stage
  WITH collect(change) AS told
  RETURN [i IN range(0, size(told) - 1)
          WHERE CASE i WHEN 0 THEN told[i].outcome <> 'OPEN'
                ELSE told[i].stage <> told[i - 1].stage OR told[i].outcome <> told[i - 1].outcome END
          | told[i]] AS moves
}
UNWIND moves AS move
WITH move
ORDER BY move.stageChangeId
WITH count(*) AS whole,
     collect(CASE WHEN move.occurredAt = datetime.truncate('day', move.occurredAt) THEN move.stageChangeId END) AS flawed
RETURN '' AS subject, size(flawed) AS part, whole, flawed[..$examples] AS examples
