// Engagements of either side in the window that are kept but not counted: recomputes engagement.excluded_30d.
// params: accountId STRING, asOf DATETIME, since DATETIME
// returns: value FLOAT
// access: READ
// begins: accounts
RETURN toFloat(COUNT {
  UNWIND accounts AS account
  MATCH (account)<-[:ABOUT]-(engagement:Engagement)
  WHERE engagement.excluded IS NOT NULL AND engagement.occurredAt > $since AND engagement.occurredAt <= $asOf
    AND engagement.knownAt <= $asOf AND coalesce(size([turn IN engagement.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN engagement
}) AS value
