// Whether buyers who had acted before we first got in touch have not acted since, for so many business days: recomputes
// negative.dark_after_first_touch. Day 0 of the epoch was a Thursday, the fourth day of its week.
// params: accountId STRING, asOf DATETIME, patience INTEGER
// returns: value FLOAT, touchedAt INTEGER
// access: READ
// begins: actions, outreach
WITH actions, head(outreach).at AS touchedAt
WHERE touchedAt IS NOT NULL
WITH touchedAt, head(actions).at < touchedAt AS hadActed, last(actions).at > touchedAt AS actedAgain,
     size([day IN range(touchedAt / 86400000 + 1, $asOf.epochMillis / 86400000) WHERE (day + 3) % 7 < 5]) AS waited
WHERE hadActed AND (actedAgain OR waited >= $patience)
RETURN CASE WHEN actedAgain THEN 0.0 ELSE 1.0 END AS value, touchedAt
