// How often the close date of the account's open opportunities was moved to a later day: recomputes opportunity.pushes. Days are
// ISO-8601, so they sort as text.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: opportunities
UNWIND [told IN opportunities WHERE told.isOpen | told.opportunity] AS opportunity
WITH COLLECT {
       MATCH (opportunity)-[:CHANGED]->(change:FieldChange {field: 'CLOSE_DATE'})
       WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf AND change.value <> ''
       RETURN change.value
       ORDER BY change.occurredAt, change.knownAt, change.value
     } AS days
WHERE size(days) > 0
WITH count(*) AS dated, sum(size([i IN range(1, size(days) - 1) WHERE days[i] > days[i - 1]])) AS pushes
WHERE dated > 0
RETURN toFloat(pushes) AS value
