// The people that sources know by each e-mail address; by one that none has any more, those that had it.
// params: given.emails LIST<STRING>
// returns: email STRING, keys LIST<STRING>
// access: READ
UNWIND $given.emails AS email
CALL (email) {
  OPTIONAL MATCH (person:Person {email: email})
  WHERE coalesce(size(person.deletions) % 2 = 0, true)
  RETURN collect(person.personId) AS now
}
CALL (email, now) {
  OPTIONAL MATCH (person:Person)-[:RECORDED_IN {email: email}]->(:SourceRecord)
  WHERE size(now) = 0 AND coalesce(size(person.deletions) % 2 = 0, true)
  RETURN collect(DISTINCT person.personId) AS before
}
WITH email, now + before AS keys
WHERE size(keys) > 0
RETURN email, keys
