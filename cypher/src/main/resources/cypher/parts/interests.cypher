// What their actions concerned, as far as that still holds: {action, at, thing, name}, with the empty name for what was never told of.
// begins: actions
// gives: interests
CALL (actions) {
  UNWIND actions AS done
  WITH done.action AS action, done.at AS at
  MATCH (action)-[link:CONCERNS]->(thing:Product|Topic|Content)
  WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
    AND coalesce(CASE WHEN link.endKnownAt <= $asOf THEN link.endedAt END >= $asOf, true)
  WITH DISTINCT action, at, thing
  WITH action, at, thing, COLLECT {
         MATCH (thing)-[telling:RECORDED_IN]->(:SourceRecord)
         WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
         RETURN telling.name AS name
         ORDER BY telling.version DESC
         LIMIT 1
       } AS names
  RETURN collect({action: action, at: at, thing: thing, name: coalesce(names[0], '')}) AS interests
}
