// Distinct people employed at the account with a buyer action in the window: recomputes committee.breadth_30d.
// params: accountId STRING, asOf DATETIME, since DATETIME
// returns: value FLOAT
// access: READ
// begins: actions
WITH people, [person IN people WHERE any(done IN actions WHERE done.action.occurredAt > $since AND person IN done.acted)] AS engaged
WHERE size(people) > 0
RETURN toFloat(size(engaged)) AS value
