// Rate of buyer actions in the short window over that in the long one, both counts shrunk: recomputes
// engagement.momentum_7_30.
// params: accountId STRING, asOf DATETIME, shortSince DATETIME, longSince DATETIME, shortDays INTEGER, longDays INTEGER, shrinkage FLOAT
// returns: value FLOAT, shortActions INTEGER, longActions INTEGER
// access: READ
// begins: actions
WITH size([done IN actions WHERE done.action.occurredAt > $shortSince]) AS shortActions,
     size([done IN actions WHERE done.action.occurredAt > $longSince]) AS longActions
WHERE longActions > 0
RETURN (shortActions + $shrinkage) / $shortDays / ((longActions + $shrinkage) / $longDays) AS value,
       shortActions, longActions
