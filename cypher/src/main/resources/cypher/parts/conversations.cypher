// What was said and read, oldest first: {engagement, at, signals}, with signals being {kind, confidence} of each extractor's newest
// reading. Said in their actions, or where we were heard with them; what does not count as engagement is left out. Numbers in an
// extractor's version count as numbers: each is written with 40 digits, to be compared as text.
// begins: actions
// gives: conversations
CALL (accounts, actions) {
  UNWIND accounts AS account
  MATCH (account)<-[:ABOUT]-(engagement:Engagement)-[:READ_AS]->(reading:SignalReading)
  WHERE engagement.excluded IS NULL AND engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    AND coalesce(size([turn IN engagement.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND reading.occurredAt <= $asOf AND reading.knownAt <= $asOf
    AND (engagement.side = 'SELLER' OR any(done IN actions WHERE done.action = engagement))
  WITH engagement, reading, reduce(sortable = ['', ''], sign IN [i IN range(0, size(reading.extractorVersion)) | substring(reading.extractorVersion + ' ', i, 1)] |
         CASE WHEN sign IN ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] THEN [sortable[0], sortable[1] + sign]
              WHEN sortable[1] = '' THEN [sortable[0] + sign, '']
              ELSE [sortable[0] + right('0000000000000000000000000000000000000000' + sortable[1], 40) + sign, ''] END)[0] AS version
  ORDER BY version DESC, reading.extractorVersion DESC
  WITH engagement, reading.extractor AS extractor, head(collect(reading)) AS reading
  WITH engagement, reduce(all = [], reading IN collect(reading) |
         all + [i IN range(0, size(reading.signals) - 1) | {kind: reading.signals[i], confidence: reading.confidences[i]}]) AS signals
  ORDER BY engagement.occurredAt, engagement.knownAt, engagement.engagementId
  RETURN collect({engagement: engagement, at: engagement.occurredAt.epochMillis, signals: signals}) AS conversations
}
