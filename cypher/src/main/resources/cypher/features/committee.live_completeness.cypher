// Mean over the required seats of how full they are of people who likely sit there and are active: recomputes
// committee.live_completeness.
// params: accountId STRING, asOf DATETIME, templates LIST<MAP>, priorLogOdds FLOAT, statedWeight FLOAT, titleWeight FLOAT, behaviourWeight FLOAT, externalWeight FLOAT, statementHalfLifeMillis INTEGER, titles LIST<MAP>, habits LIST<MAP>, habitsSince DATETIME, engagedMillis INTEGER, activeHalfLifeMillis INTEGER
// returns: value FLOAT
// access: READ
// begins: liveSeats
WITH liveSeats
WHERE any(seat IN liveSeats WHERE seat.shown)
RETURN reduce(live = 0.0, seat IN liveSeats | live + seat.live) / size(liveSeats) AS value
