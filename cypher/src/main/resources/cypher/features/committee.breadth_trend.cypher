// Distinct people employed at the account with a buyer action in the window less those with one in the window before: recomputes
// committee.breadth_trend.
// params: accountId STRING, asOf DATETIME, since DATETIME, before DATETIME
// returns: value FLOAT
// access: READ
// begins: actions
WITH people, [done IN actions WHERE done.action.occurredAt > $since] AS now,
     [done IN actions WHERE done.action.occurredAt > $before AND done.action.occurredAt <= $since] AS earlier
WHERE size(people) > 0
RETURN toFloat(size([person IN people WHERE any(done IN now WHERE person IN done.acted)])
               - size([person IN people WHERE any(done IN earlier WHERE person IN done.acted)])) AS value
