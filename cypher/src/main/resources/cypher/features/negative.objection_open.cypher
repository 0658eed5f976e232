// Kinds of objection heard in the window after which no conversation without an objection told what closes one: recomputes
// negative.objection_open.
// params: accountId STRING, asOf DATETIME, since DATETIME, objections LIST<STRING>, resolving LIST<STRING>, leastConfidence FLOAT
// returns: value FLOAT
// access: READ
// begins: conversations
WITH [talk IN conversations WHERE talk.engagement.occurredAt > $since] AS recent
WHERE size(recent) > 0
WITH recent, coalesce(last([talk IN recent WHERE any(signal IN talk.signals
                              WHERE signal.kind IN $resolving AND signal.confidence >= $leastConfidence)
                            AND none(signal IN talk.signals
                              WHERE signal.kind IN $objections AND signal.confidence >= $leastConfidence) | talk.at]), 0) AS resolvedAt
RETURN toFloat(size([objection IN $objections WHERE any(talk IN recent
         WHERE talk.at >= resolvedAt AND any(signal IN talk.signals
           WHERE signal.kind = objection AND signal.confidence >= $leastConfidence))])) AS value
