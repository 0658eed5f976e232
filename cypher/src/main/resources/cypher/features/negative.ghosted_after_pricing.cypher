// Whether we got in touch after the last conversation about prices, business days passed and no buyer action followed: recomputes
// negative.ghosted_after_pricing. Day 0 of the epoch was a Thursday, the fourth day of its week.
// params: accountId STRING, asOf DATETIME, since DATETIME, leastConfidence FLOAT, patience INTEGER
// returns: value FLOAT, talkedAt INTEGER
// access: READ
// begins: conversations, outreach
WITH actions, outreach, last([talk IN conversations WHERE talk.engagement.occurredAt > $since
       AND any(signal IN talk.signals WHERE signal.kind = 'ASKS_PRICE' AND signal.confidence >= $leastConfidence) | talk.at]) AS talkedAt
WHERE talkedAt IS NOT NULL
WITH talkedAt,
     any(done IN actions WHERE done.at > talkedAt) AS answered,
     any(touch IN outreach WHERE touch.at > talkedAt) AS touched,
     size([day IN range(talkedAt / 86400000 + 1, $asOf.epochMillis / 86400000) WHERE (day + 3) % 7 < 5]) AS waited
RETURN CASE WHEN NOT answered AND touched AND waited >= $patience THEN 1.0 ELSE 0.0 END AS value, talkedAt
