// Kaplan–Meier share of stays in a stage that ended sooner than the account's open opportunity has been there, for the one
// that stands stillest: recomputes opportunity.days_in_stage. Being told the same stage again does not end a stay.
// Deleted records do not count, nor opportunities of deleted accounts: deletions are the instants as of which one was deleted,
// restored, deleted again … in turn.
// params: accountId STRING, asOf DATETIME, fewestPeers INTEGER
// returns: value FLOAT
// access: READ
// plan: label scan, the stays of all accounts' opportunities are what the account's are compared with
MATCH (opportunity:Opportunity)-[:CHANGED]->(change:StageChange)
WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
  AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  AND NOT EXISTS {
    MATCH (opportunity)-[:FOR_ACCOUNT]->(account:Account)
    WHERE size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 1
  }
  AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
WITH opportunity, change
ORDER BY change.occurredAt, change.knownAt, change.stage
WITH opportunity, collect(change) AS told
WITH opportunity, [i IN range(0, size(told) - 1) WHERE i = 0 OR told[i].stage <> told[i - 1].stage | told[i]] AS entered
UNWIND range(0, size(entered) - 1) AS i
WITH opportunity, entered[i] AS here, entered[i + 1] AS next
WHERE here.outcome = 'OPEN'
WITH here.stage AS stage,
     collect({length: coalesce(next.occurredAt, $asOf).epochMillis - here.occurredAt.epochMillis, ended: next IS NOT NULL,
              own: next IS NULL AND EXISTS {
                MATCH (opportunity)-[:FOR_ACCOUNT]->(account:Account)-[merges:SAME_AS*0..]-(:Account {accountId: $accountId})
                WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
              }}) AS stays
WHERE size(stays) >= $fewestPeers
UNWIND [stay IN stays WHERE stay.own] AS own
CALL (stays, own) {
  UNWIND [stay IN stays WHERE stay.ended AND stay.length < own.length] AS over
  WITH stays, over.length AS length, count(*) AS ends
  WITH length, 1 - toFloat(ends) / size([stay IN stays WHERE stay.length >= length]) AS factor
  ORDER BY length
  RETURN reduce(share = 1.0, factor IN collect(factor) | share * factor) AS share
}
WITH max(1 - share) AS slowest
WHERE slowest IS NOT NULL
RETURN slowest AS value
