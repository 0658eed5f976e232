// The account's opportunities, each with what was told of its stages, oldest first, and whether the last of them leaves it open:
// {opportunity, stages, isOpen}. One without a stage has only just been created and is open.
// begins: accounts
// gives: opportunities
CALL (accounts) {
  UNWIND accounts AS account
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
  WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH DISTINCT opportunity
  WITH opportunity, COLLECT {
         MATCH (opportunity)-[:CHANGED]->(change:StageChange)
         WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
         RETURN change
         ORDER BY change.occurredAt, change.knownAt, change.stage
       } AS stages
  ORDER BY opportunity.opportunityId
  RETURN collect({opportunity: opportunity, stages: stages, isOpen: coalesce(stages[-1].outcome, 'OPEN') = 'OPEN'}) AS opportunities
}
