// What the features of some accounts may read as of an instant, third part: engagements, what was read in their words,
// and tickets.
// params: given.accountIds LIST<STRING>, asOf DATETIME
// returns: accountId STRING, kind STRING, fact MAP
// access: READ
UNWIND $given.accountIds AS askedId
MATCH (:Account {accountId: askedId})-[merges:SAME_AS*0..]-(record:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH DISTINCT askedId, record
ORDER BY record.accountId
WITH askedId, collect(record) AS records
WITH DISTINCT head(records).accountId AS accountId, [record IN records WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)] AS records
WHERE EXISTS {
  UNWIND records AS record
  MATCH (record)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
}
CALL (records) {
  UNWIND records AS account
  MATCH (account)<-[:ABOUT]-(engagement:Engagement)
  WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    AND coalesce(size([turn IN engagement.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN 'ENGAGEMENT' AS kind, engagement {.engagementId, .kind, .side, .excluded, .occurredAt, .knownAt,
                                           performedBy: [(engagement)<-[:PERFORMED]-(person:Person) | person.personId],
                                           addressedTo: [(engagement)-[:ADDRESSED_TO]->(person:Person) | person.personId],
                                           users: [(engagement)<-[:TOOK_PART]-(user:User) | user.userId]} AS fact
  UNION ALL
  UNWIND records AS account
  MATCH (account)<-[:ABOUT]-(engagement:Engagement)-[:READ_AS]->(reading:SignalReading)
  WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    AND coalesce(size([turn IN engagement.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND reading.occurredAt <= $asOf AND reading.knownAt <= $asOf
  RETURN 'SIGNAL_READING' AS kind, reading {.extractor, .extractorVersion, .signals, .details, .confidences,
                                            .occurredAt, .knownAt, engagementId: engagement.engagementId} AS fact
  UNION ALL
  UNWIND records AS account
  MATCH (account)<-[:ABOUT]-(ticket:Ticket)
  WHERE ticket.occurredAt <= $asOf AND ticket.knownAt <= $asOf
    AND coalesce(size([turn IN ticket.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN 'TICKET' AS kind, ticket {.ticketId, .priority, .occurredAt, .knownAt, .answeredAt, .answerKnownAt, .endedAt, .endKnownAt,
                                   raisedBy: head([(ticket)<-[:RAISED]-(person:Person) | person.personId])} AS fact
}
RETURN accountId, kind, fact
