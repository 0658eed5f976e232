// The same actions with everybody they involved: {action, at, acted, performers, reached, users}, with performers and reached
// being people of any employer, each by the record with the smallest id among those that are one, and users our own people.
// begins: actions
// gives: interactions
CALL (actions) {
  UNWIND actions AS done
  WITH done, done.action AS action
  WITH done, COLLECT {
         MATCH (performer:Person)-[:PERFORMED]->(action)
         CALL (performer) {
           MATCH (performer)-[merges:SAME_AS*0..]-(same:Person)
           WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
           RETURN same AS person
           ORDER BY same.personId
           LIMIT 1
         }
         RETURN DISTINCT person
       } AS performers, COLLECT {
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
  RETURN collect(done{.*, performers: performers, reached: reached, users: users}) AS interactions
}
