// Visits in the window that came after the same person's visit before, neither at once nor late: recomputes engagement.return_48h.
// params: accountId STRING, asOf DATETIME, since DATETIME, visitKinds LIST<STRING>, sessionMillis INTEGER, withinMillis INTEGER
// returns: value FLOAT
// access: READ
// begins: actions
WITH people, [done IN actions WHERE done.action.kind IN $visitKinds] AS visits
WHERE any(visit IN visits WHERE visit.action.occurredAt > $since)
WITH [person IN people | [visit IN visits WHERE person IN visit.acted]] AS byPerson
RETURN toFloat(reduce(returns = 0, theirs IN byPerson |
         returns + size([i IN range(1, size(theirs) - 1)
                         WHERE theirs[i].action.occurredAt > $since
                           AND theirs[i].at - theirs[i - 1].at >= $sessionMillis
                           AND theirs[i].at - theirs[i - 1].at <= $withinMillis]))) AS value
