// What we did that reached somebody of them, oldest first: {engagement, at, reached}. Notes and tasks of our own reach nobody.
// begins: people
// gives: outreach
CALL (accounts, people) {
  UNWIND accounts AS account
  MATCH (account)<-[:ABOUT]-(engagement:Engagement {side: 'SELLER'})-[:ADDRESSED_TO]->(recipient:Person)
  WHERE engagement.excluded IS NULL AND NOT engagement.kind IN ['TASK', 'NOTE']
    AND engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    AND coalesce(size([turn IN engagement.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  MATCH (recipient)-[merges:SAME_AS*0..]-(person:Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true)) AND person IN people
  WITH engagement, collect(DISTINCT person) AS reached
  ORDER BY engagement.occurredAt, engagement.knownAt, engagement.engagementId
  RETURN collect({engagement: engagement, at: engagement.occurredAt.epochMillis, reached: reached}) AS outreach
}
