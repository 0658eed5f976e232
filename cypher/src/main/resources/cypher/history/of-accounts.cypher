// What the features of some accounts may read as of an instant, first part: for each account that was known by then one row for
// itself and one for each job, person, change of a field and tie to another account that had occurred and was known. A person
// belongs to an account through a job there or an engagement about it. What a thing is called is what the newest telling says
// that had been told by then. The parts are statements of their own, since a server takes seconds to plan them as one.
// params: accountIds LIST<STRING>, asOf DATETIME
// returns: accountId STRING, kind STRING, fact MAP
// access: READ
UNWIND $accountIds AS accountId
MATCH (account:Account {accountId: accountId})
WHERE EXISTS { (account)-[telling:RECORDED_IN]->(:SourceRecord) WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf }
CALL (account) {
  MATCH (account)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH telling
  ORDER BY telling.version DESC
  RETURN 'ACCOUNT' AS kind, {name: head(collect(telling.name)), domain: head(collect(telling.domain)),
                             occurredAt: min(telling.occurredAt), knownAt: min(telling.knownAt)} AS fact
  UNION ALL
  MATCH (account)<-[job:WORKS_AT]-(person:Person)
  WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  RETURN 'EMPLOYMENT' AS kind, job {.title, .function, .seniority, .occurredAt, .knownAt, .endedAt, .endKnownAt,
                                    personId: person.personId} AS fact
  UNION ALL
  CALL (account) {
    MATCH (account)<-[job:WORKS_AT]-(person:Person)
    WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
    RETURN person
    UNION
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)<-[:PERFORMED]-(person:Person)
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    RETURN person
    UNION
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)-[:ADDRESSED_TO]->(person:Person)
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    RETURN person
  }
  CALL (person) {
    MATCH (person)-[telling:RECORDED_IN]->(:SourceRecord)
    WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
    WITH person, telling
    ORDER BY telling.version DESC
    WITH person, head(collect(telling.name)) AS name, head(collect(telling.email)) AS email,
         min(telling.occurredAt) AS occurredAt, min(telling.knownAt) AS knownAt
    RETURN 'PERSON' AS kind, person {.personId, name: name, email: email, occurredAt: occurredAt, knownAt: knownAt} AS fact
    UNION ALL
    MATCH (person)-[:CHANGED]->(change:FieldChange)
    WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
    RETURN 'PERSON_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt, personId: person.personId} AS fact
  }
  RETURN kind, fact
  UNION ALL
  MATCH (account)-[:CHANGED]->(change:FieldChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'ACCOUNT_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt} AS fact
  UNION ALL
  MATCH (account)-[belongs:SUBSIDIARY_OF]->(parent:Account)
  WHERE belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
  RETURN 'PARENT' AS kind, belongs {.occurredAt, .knownAt, otherId: parent.accountId} AS fact
  UNION ALL
  MATCH (account)<-[belongs:SUBSIDIARY_OF]-(subsidiary:Account)
  WHERE belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
  RETURN 'SUBSIDIARY' AS kind, belongs {.occurredAt, .knownAt, otherId: subsidiary.accountId} AS fact
}
RETURN accountId, kind, fact
