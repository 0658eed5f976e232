// Median of the hours from opening a support request to its first answer, over those opened in the window: recomputes
// support.first_response_hours. An answer that is dated before the request took no time.
// params: accountId STRING, asOf DATETIME, since DATETIME
// returns: value FLOAT
// access: READ
// begins: tickets
UNWIND [ticket IN tickets WHERE ticket.occurredAt > $since AND ticket.answeredAt <= $asOf AND ticket.answerKnownAt <= $asOf] AS ticket
WITH (ticket.answeredAt.epochMillis - ticket.occurredAt.epochMillis) / 3600000.0 AS hours
WITH percentileCont(CASE WHEN hours > 0 THEN hours ELSE 0.0 END, 0.5) AS median
WHERE median IS NOT NULL
RETURN median AS value
