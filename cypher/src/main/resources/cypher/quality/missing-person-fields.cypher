// People of whom a field had not been told as of an instant, or was taken away; employer, title, function and seniority are those
// of jobs held then. A row for each field.
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
  RETURN count(telling) AS tellings, coalesce(head(collect(telling.name)), '') AS name
}
WITH person, name, tellings
WHERE tellings > 0
CALL (person) {
  MATCH (person)-[:CHANGED]->(change:FieldChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  WITH change
  ORDER BY change.occurredAt DESC, change.knownAt DESC, change.value DESC
  WITH change.field AS field, head(collect(change.value)) AS value
  RETURN collect(CASE value WHEN '' THEN null ELSE field END) AS filled
}
CALL (person) {
  MATCH (person)-[job:WORKS_AT]->(account:Account)
  WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
    AND coalesce(job.endedAt >= $asOf OR job.endKnownAt > $asOf, true)
    AND coalesce(size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN collect(job) AS jobs
}
WITH person, filled
  + CASE name WHEN '' THEN [] ELSE ['NAME'] END
  + CASE WHEN size(jobs) > 0 THEN ['EMPLOYER'] ELSE [] END
  + CASE WHEN any(job IN jobs WHERE job.title IS NOT NULL) THEN ['TITLE'] ELSE [] END
  + CASE WHEN any(job IN jobs WHERE job.function <> 'UNKNOWN') THEN ['FUNCTION'] ELSE [] END
  + CASE WHEN any(job IN jobs WHERE job.seniority <> 'UNKNOWN') THEN ['SENIORITY'] ELSE [] END AS filled
ORDER BY person.personId
UNWIND ['NAME', 'EMPLOYER', 'TITLE', 'FUNCTION', 'SENIORITY', 'REGION', 'LEAD_SOURCE'] AS subject
WITH subject, count(*) AS whole, collect(CASE WHEN subject IN filled THEN null ELSE person.personId END) AS flawed
RETURN subject, size(flawed) AS part, whole, flawed[..$examples] AS examples
