// The amounts of the account's open opportunities ÷ those that were told of them first: recomputes opportunity.amount_change.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: opportunities
UNWIND [told IN opportunities WHERE told.isOpen | told.opportunity] AS opportunity
WITH COLLECT {
       MATCH (opportunity)-[:CHANGED]->(change:FieldChange {field: 'AMOUNT'})
       WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
       RETURN change.value
       ORDER BY change.occurredAt, change.knownAt, change.value
     } AS told
WHERE size(told) > 0 AND told[-1] <> ''
WITH collect({first: toFloat(head([value IN told WHERE value <> ''])), now: toFloat(told[-1])}) AS amounts
WITH reduce(total = 0.0, amount IN amounts | total + amount.first) AS first,
     reduce(total = 0.0, amount IN amounts | total + amount.now) AS now
WHERE first > 0
RETURN now / first AS value
