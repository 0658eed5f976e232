// Median hours from the first message of ours that somebody had left open to their next message: recomputes
// engagement.reply_latency_hours.
// params: accountId STRING, asOf DATETIME, since DATETIME, messageKinds LIST<STRING>, openMillis INTEGER
// returns: value FLOAT, answers INTEGER
// access: READ
// begins: actions, outreach
CALL (people, actions, outreach) {
  UNWIND people AS person
  WITH [done IN actions WHERE person IN done.acted AND done.action.kind IN $messageKinds] AS replies,
       [touch IN outreach WHERE person IN touch.reached AND touch.engagement.kind IN $messageKinds | touch.at] AS ours
  UNWIND [reply IN replies WHERE reply.action.occurredAt > $since] AS reply
  WITH reply, ours, reduce(open = reply.at - $openMillis, earlier IN replies |
         CASE WHEN earlier.at < reply.at AND earlier.at > open THEN earlier.at ELSE open END) AS openSince
  WITH reply.at - head([at IN ours WHERE at > openSince AND at < reply.at]) AS latency
  WHERE latency IS NOT NULL
  WITH latency
  ORDER BY latency
  RETURN collect(latency) AS latencies
}
WITH latencies, size(latencies) AS answers
WHERE answers > 0
RETURN (latencies[(answers - 1) / 2] + latencies[answers / 2]) / 2.0 / 3600000.0 AS value, answers
