// What our side did, excluded or not: {action, reached, users}, with reached being people of any employer, each by the record with
// the smallest id among those that are one, and users our own people.
// begins: accounts
// gives: sent
CALL (accounts) {
  UNWIND accounts AS account
  MATCH (account)<-[:ABOUT]-(action:Engagement {side: 'SELLER'})
  WHERE action.occurredAt <= $asOf AND action.knownAt <= $asOf
    AND coalesce(size([turn IN action.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH DISTINCT action
  WITH action, COLLECT {
         MATCH (action)-[:ADDRESSED_TO]->(recipient:Person)
         CALL (recipient) {
           MATCH (recipient)-[merges:SAME_AS*0..]-(same:Person)
           WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
           RETURN same AS person
           ORDER BY same.personId
           LIMIT 1
         }
         RETURN DISTINCT person
       } AS reached, COLLECT {
         MATCH (user:User)-[:TOOK_PART]->(action)
         RETURN DISTINCT user
       } AS users
  RETURN collect({action: action, reached: reached, users: users}) AS sent
}
