// The stages of every opportunity that was known as of an instant, each opportunity's in no order.
// params: asOf DATETIME
// returns: opportunityId STRING, stages LIST<MAP>
// access: READ
// plan: label scan, every opportunity is read to know how long any stays in a stage
MATCH (opportunity:Opportunity)
WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
  AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
MATCH (opportunity)-[:CHANGED]->(change:StageChange)
WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
RETURN opportunity.opportunityId AS opportunityId, collect(change {.stage, .outcome, .occurredAt, .knownAt}) AS stages
