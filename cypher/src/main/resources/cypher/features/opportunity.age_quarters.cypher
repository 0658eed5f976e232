// How many ends of calendar quarters the oldest of the account's open opportunities has seen: recomputes opportunity.age_quarters.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: opportunities
UNWIND [told IN opportunities WHERE told.isOpen | told.opportunity] AS opportunity
MATCH (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
WITH min(telling.occurredAt) AS created
WHERE created IS NOT NULL
RETURN toFloat(4 * ($asOf.year - created.year) + $asOf.quarter - created.quarter) AS value
