// Conversations of the window in which somebody asked to be left alone: recomputes negative.unsubscribes_90d.
// params: accountId STRING, asOf DATETIME, since DATETIME, signals LIST<STRING>, leastConfidence FLOAT
// returns: value FLOAT
// access: READ
// begins: conversations
WITH [talk IN conversations WHERE talk.engagement.occurredAt > $since] AS recent
WHERE size(recent) > 0
RETURN toFloat(size([talk IN recent
         WHERE any(signal IN talk.signals WHERE signal.kind IN $signals AND signal.confidence >= $leastConfidence)])) AS value
