// Support requests opened in the window with a priority that is an escalation: recomputes support.escalations_30d.
// params: accountId STRING, asOf DATETIME, since DATETIME, words LIST<STRING>
// returns: value FLOAT
// access: READ
// begins: tickets
WITH tickets, [ticket IN tickets WHERE ticket.occurredAt > $since AND toLower(trim(ticket.priority)) IN $words] AS escalated
WHERE size(tickets) > 0
RETURN toFloat(size(escalated)) AS value
