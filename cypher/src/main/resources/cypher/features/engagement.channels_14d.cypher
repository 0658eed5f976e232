// Distinct channels of buyer actions in the busiest stretch of the window, among all that end with an action; of equally busy ones
// the latest: recomputes engagement.channels_14d.
// params: accountId STRING, asOf DATETIME, since DATETIME, spanMillis INTEGER, channels MAP
// returns: value FLOAT
// access: READ
// begins: actions
WITH [done IN actions WHERE done.action.occurredAt > $since] AS recent
WHERE size(recent) > 0
WITH [end IN recent | [done IN recent WHERE done.at <= end.at AND done.at > end.at - $spanMillis]] AS stretches
WITH reduce(busiest = [], stretch IN stretches |
       CASE WHEN size(stretch) >= size(busiest) THEN stretch ELSE busiest END) AS busiest
UNWIND busiest AS done
WITH toFloat(count(DISTINCT $channels[done.action.kind])) AS used
WHERE used > 0
RETURN used AS value
