// Support requests of the account that are not closed: recomputes support.open_tickets.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: tickets
WITH tickets, [ticket IN tickets WHERE NOT coalesce(ticket.endedAt <= $asOf AND ticket.endKnownAt <= $asOf, false)] AS open
WHERE size(tickets) > 0
RETURN toFloat(size(open)) AS value
