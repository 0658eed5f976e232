// People of whose e-mail address nothing had been told as of an instant, or that it was taken away.
// params: asOf DATETIME, prefix STRING, examples INTEGER
// returns: subject STRING, part INTEGER, whole INTEGER, examples LIST<STRING>
// access: READ
MATCH (person:Person)
WHERE person.personId STARTS WITH $prefix
  AND coalesce(size([turn IN person.deletions WHERE turn <= $asOf]) % 2 = 0, true)
CALL (person) {
  MATCH (person)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH telling
  ORDER BY telling.version DESC
  RETURN count(telling) AS tellings, coalesce(head(collect(telling.email)), '') AS email
}
WITH person, email, tellings
WHERE tellings > 0
WITH person, email
ORDER BY person.personId
WITH count(*) AS whole, collect(CASE email WHEN '' THEN person.personId END) AS flawed
RETURN '' AS subject, size(flawed) AS part, whole, flawed[..$examples] AS examples
