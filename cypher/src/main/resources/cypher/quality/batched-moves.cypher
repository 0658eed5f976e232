// Moves between stages by owners who make most of theirs in one hour of one weekday (UTC), week after week: first a row for all,
// then one for each such owner. A move is a stage entered from another one, or a close; only those told with a time of day
// count. Where nobody owns an opportunity its source stands in.
// params: asOf DATETIME, prefix STRING, examples INTEGER, fewestMoves INTEGER, fewestDays INTEGER, batchShare FLOAT
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
CALL (opportunity) {
  OPTIONAL MATCH (opportunity)-[:CHANGED]->(change:FieldChange {field: 'OWNER'})
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN CASE change.value WHEN '' THEN null ELSE change.value END AS owner
  ORDER BY change.occurredAt DESC, change.knownAt DESC, change.value DESC
  LIMIT 1
}
UNWIND moves AS move
WITH coalesce(owner, split(opportunity.opportunityId, ':')[0]) AS who, move
WHERE move.occurredAt <> datetime.truncate('day', move.occurredAt)
WITH who, move
ORDER BY move.stageChangeId
WITH who, move.occurredAt.dayOfWeek AS weekday, move.occurredAt.hour AS hour, collect(move.stageChangeId) AS keys,
     count(DISTINCT date(move.occurredAt)) AS days
ORDER BY who, size(keys) DESC, weekday, hour
WITH who, sum(size(keys)) AS moves, head(collect({weekday: weekday, hour: hour, keys: keys, days: days})) AS fullest
WITH sum(moves) AS whole, collect({
  moves: moves, keys: fullest.keys, days: fullest.days,
  subject: who + ', ' + ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'][fullest.weekday - 1]
           + ' from ' + right('0' + fullest.hour, 2) + ':00 UTC'}) AS owners
WITH whole, [owner IN owners WHERE owner.moves >= $fewestMoves AND owner.days >= $fewestDays
                               AND size(owner.keys) >= $batchShare * owner.moves] AS batched
CALL (batched) {
  UNWIND batched AS owner
  UNWIND owner.keys AS key
  WITH key
  ORDER BY key
  RETURN collect(key) AS all
}
CALL (batched) {
  UNWIND batched AS owner
  WITH owner
  ORDER BY size(owner.keys) DESC, owner.subject
  LIMIT 20
  RETURN collect(owner) AS most
}
UNWIND [{subject: '', keys: all, moves: whole}] + most AS row
RETURN row.subject AS subject, size(row.keys) AS part, row.moves AS whole, row.keys[..$examples] AS examples
