// Their buyer actions, oldest first: {action, at, acted}, with at in milliseconds and acted those of them who performed it.
// begins: people
// gives: actions
CALL (accounts, people) {
  UNWIND people AS person
  MATCH (person)-[merges:SAME_AS*0..]-(record:Person)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  MATCH (record)-[:PERFORMED]->(action:Engagement {side: 'BUYER'})-[:ABOUT]->(account:Account)
  WHERE account IN accounts AND action.excluded IS NULL AND action.occurredAt <= $asOf AND action.knownAt <= $asOf
    AND coalesce(size([turn IN action.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH action, collect(DISTINCT person) AS acted
  ORDER BY action.occurredAt, action.knownAt, action.engagementId
  RETURN collect({action: action, at: action.occurredAt.epochMillis, acted: acted}) AS actions
}
