// What accounts are compared with as of an instant: of every account how it uses our products, and of every opportunity that was
// known then its pipeline and its stages, in no order. What was deleted does not count, nor what would be sold to an account that
// was.
// params: asOf DATETIME, useSince DATETIME
// returns: kind STRING, fact MAP
// access: READ
// plan: label scan, every product and opportunity is read to know what is usual
// begins: uses
CALL (uses) {
  UNWIND uses AS use
  RETURN 'USE' AS kind, use AS fact
  UNION ALL
  MATCH (opportunity:Opportunity)
  WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND NOT EXISTS {
      MATCH (opportunity)-[:FOR_ACCOUNT]->(account:Account)
      WHERE size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 1
    }
  MATCH (opportunity)-[:CHANGED]->(change:StageChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  WITH opportunity, collect(change {.stage, .outcome, .occurredAt, .knownAt}) AS stages
  RETURN 'OPPORTUNITY' AS kind, opportunity {.opportunityId, stages: stages, pipeline: coalesce(head(COLLECT {
           MATCH (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
           WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.pipeline IS NOT NULL
           RETURN telling.pipeline
           ORDER BY telling.version DESC
           LIMIT 1
         }), '')} AS fact
}
RETURN kind, fact
