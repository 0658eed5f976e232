// How the account's open opportunities went from one open stage to another: {opportunity, at, isAdvance, isReturn}, with at in
// milliseconds. A move is an advance if more opportunities of its pipeline, of all accounts, first entered these stages in this
// order than in the other, and a return if fewer did. Being told the same stage again is no move.
// begins: opportunities
// gives: moves
CALL (opportunities) {
  CALL (opportunities) {
    UNWIND [told IN opportunities WHERE told.isOpen] AS told
    WITH told.opportunity AS opportunity, told.stages AS stages
    WITH opportunity, [i IN range(0, size(stages) - 1) WHERE i = 0 OR stages[i].stage <> stages[i - 1].stage | stages[i]] AS entered,
         coalesce(head(COLLECT {
           MATCH (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
           WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.pipeline IS NOT NULL
           RETURN telling.pipeline
           ORDER BY telling.version DESC
           LIMIT 1
         }), '') AS pipeline
    UNWIND range(1, size(entered) - 1) AS i
    WITH opportunity, pipeline, entered[i - 1] AS leaving, entered[i] AS entering
    WHERE leaving.outcome = 'OPEN' AND entering.outcome = 'OPEN'
    RETURN collect({opportunity: opportunity, pipeline: pipeline, leaving: leaving.stage, entering: entering.stage,
                    at: entering.occurredAt.epochMillis}) AS steps
  }
  CALL (steps) {
    UNWIND steps AS step
    WITH DISTINCT step.pipeline AS pipeline, step.leaving AS leaving, step.entering AS entering
    MATCH (opportunity:Opportunity)-[:CHANGED]->(change:StageChange {outcome: 'OPEN'})
    WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf AND change.stage IN [leaving, entering]
      AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
      AND NOT EXISTS {
        MATCH (opportunity)-[:FOR_ACCOUNT]->(account:Account)
        WHERE size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 1
      }
      AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
    WITH pipeline, leaving, entering, opportunity, change
    ORDER BY change.occurredAt, change.knownAt, change.stage
    WITH pipeline, leaving, entering, opportunity, collect(change.stage) AS entered
    WHERE leaving IN entered AND entering IN entered
      AND pipeline = coalesce(head(COLLECT {
            MATCH (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
            WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.pipeline IS NOT NULL
            RETURN telling.pipeline
            ORDER BY telling.version DESC
            LIMIT 1
          }), '')
    WITH pipeline, leaving, entering, sum(CASE WHEN entered[0] = leaving THEN 1 ELSE -1 END) AS ahead
    RETURN collect({pipeline: pipeline, leaving: leaving, entering: entering, ahead: ahead}) AS ways
  }
  UNWIND steps AS step
  WITH step, head([known IN ways WHERE known.pipeline = step.pipeline AND known.leaving = step.leaving
                   AND known.entering = step.entering | known.ahead]) AS ahead
  RETURN collect({opportunity: step.opportunity, at: step.at, isAdvance: coalesce(ahead > 0, false),
                  isReturn: coalesce(ahead < 0, false)}) AS moves
}
