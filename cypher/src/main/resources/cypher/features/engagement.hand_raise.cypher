// Whether a buyer action of the window asks for us, by its kind or in its words: recomputes engagement.hand_raise.
// params: accountId STRING, asOf DATETIME, since DATETIME, kinds LIST<STRING>, signals LIST<STRING>, leastConfidence FLOAT
// returns: value FLOAT
// access: READ
// begins: conversations
WITH [done IN actions WHERE done.action.occurredAt > $since | done.action] AS recent,
     [talk IN conversations WHERE any(signal IN talk.signals WHERE signal.kind IN $signals AND signal.confidence >= $leastConfidence) | talk.engagement] AS asked
WHERE size(recent) > 0
RETURN CASE WHEN any(action IN recent WHERE action.kind IN $kinds OR action IN asked) THEN 1.0 ELSE 0.0 END AS value
