// Mean over the required seats of min(1, assigned ÷ required), from roles on opportunities that are neither won nor lost:
// recomputes committee.completeness.
// params: accountId STRING, asOf DATETIME, leastConfidence FLOAT, templates LIST<MAP>
// returns: value FLOAT
// access: READ
// begins: roles, seats
UNWIND [holding IN roles WHERE holding.confidence >= $leastConfidence] AS holding
WITH DISTINCT seats, holding.role AS role, holding.person AS person
WITH seats, collect(role) AS held
WHERE size(held) > 0
RETURN reduce(filled = 0.0, seat IN seats |
         filled + CASE WHEN size([role IN held WHERE role = seat.role]) >= seat.required THEN 1.0
                       ELSE toFloat(size([role IN held WHERE role = seat.role])) / seat.required END) / size(seats) AS value
