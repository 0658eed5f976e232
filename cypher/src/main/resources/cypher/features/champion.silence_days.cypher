// Age in days of the last action of anybody employed there who is recorded as champion: recomputes champion.silence_days.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: actions, roles
WITH actions, [holding IN roles WHERE holding.role = 'CHAMPION' | holding.person] AS champions
WITH [done IN actions WHERE any(person IN done.acted WHERE person IN champions) | done.at] AS times
WHERE size(times) > 0
RETURN ($asOf.epochMillis - times[-1]) / 86400000.0 AS value
