// Whether somebody said in a conversation of the window that they went with another vendor: recomputes negative.chose_competitor.
// params: accountId STRING, asOf DATETIME, since DATETIME, signals LIST<STRING>, leastConfidence FLOAT
// returns: value FLOAT
// access: READ
// begins: conversations
WITH [talk IN conversations WHERE talk.engagement.occurredAt > $since] AS recent
WHERE size(recent) > 0
RETURN CASE WHEN any(talk IN recent WHERE any(signal IN talk.signals
                     WHERE signal.kind IN $signals AND signal.confidence >= $leastConfidence)) THEN 1.0 ELSE 0.0 END AS value
