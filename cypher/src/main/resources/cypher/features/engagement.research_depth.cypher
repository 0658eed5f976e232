// Distinct products and topics that buyer actions of the window concerned: recomputes engagement.research_depth.
// params: accountId STRING, asOf DATETIME, since DATETIME
// returns: value FLOAT
// access: READ
// begins: interests
UNWIND [interest IN interests WHERE interest.action.occurredAt > $since] AS interest
WITH interest.thing AS thing
WHERE thing:Product|Topic
WITH toFloat(count(DISTINCT thing)) AS depth
WHERE depth > 0
RETURN depth AS value
