// How many of the required seats nobody active likely sits on, and which: recomputes committee.missing_seats.
// params: accountId STRING, asOf DATETIME, templates LIST<MAP>, priorLogOdds FLOAT, statedWeight FLOAT, titleWeight FLOAT, behaviourWeight FLOAT, externalWeight FLOAT, statementHalfLifeMillis INTEGER, titles LIST<MAP>, habits LIST<MAP>, habitsSince DATETIME, engagedMillis INTEGER, activeHalfLifeMillis INTEGER, leastLive FLOAT
// returns: value FLOAT, missing LIST<STRING>
// access: READ
// begins: liveSeats
WITH liveSeats, [seat IN liveSeats WHERE seat.live < $leastLive | seat.role] AS missing
WHERE any(seat IN liveSeats WHERE seat.shown)
RETURN toFloat(size(missing)) AS value, missing
