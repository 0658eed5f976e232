// Moves between stages that were old enough as of an instant and had no activity at the account around them. A move is a stage
// entered from another one, or a close; an activity is an engagement about the account that is not excluded.
// params: asOf DATETIME, prefix STRING, examples INTEGER, aroundDays INTEGER
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
WITH account, move, move.occurredAt - duration({days: $aroundDays}) AS earliest,
     move.occurredAt + duration({days: $aroundDays}) AS latest
WHERE latest <= $asOf
WITH move, EXISTS { (account)<-[:ABOUT]-(activity:Engagement)
                    WHERE activity.excluded IS NULL AND activity.knownAt <= $asOf
                      AND coalesce(size([turn IN activity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
                      AND activity.occurredAt >= earliest AND activity.occurredAt <= latest } AS active
ORDER BY move.stageChangeId
WITH count(*) AS whole, collect(CASE WHEN NOT active THEN move.stageChangeId END) AS flawed
RETURN '' AS subject, size(flawed) AS part, whole, flawed[..$examples] AS examples
