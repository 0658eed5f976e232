// What the features of some accounts may read as of an instant, first part: for each account that was known by then one row for
// itself and one for each job, person, change of a field and tie to another account that had occurred and was known. A person
// belongs to an account through a job there or an engagement about it. What a thing is called is what the newest telling says
// that had been told by then. The parts are statements of their own, since a server takes seconds to plan them as one.
// Records that merges join are one account, under the smallest of their keys, and so are people; facts name the records they
// were told of, and rows of kind MERGED say which is whose.
// params: given.accountIds LIST<STRING>, asOf DATETIME
// returns: accountId STRING, kind STRING, fact MAP
// access: READ
UNWIND $given.accountIds AS askedId
MATCH (:Account {accountId: askedId})-[merges:SAME_AS*0..]-(record:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH DISTINCT askedId, record
ORDER BY record.accountId
WITH askedId, collect(record) AS known
WITH DISTINCT head(known).accountId AS accountId, known,
     [record IN known WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)] AS records
WHERE EXISTS {
  UNWIND records AS record
  MATCH (record)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
}
CALL (known, records) {
  UNWIND records AS account
  MATCH (account)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH account, telling
  ORDER BY telling.knownAt DESC, telling.occurredAt DESC, account.accountId, telling.version DESC
  RETURN 'ACCOUNT' AS kind, {name: head(collect(telling.name)), domain: head(collect(telling.domain)),
                             records: collect(DISTINCT account.accountId),
                             occurredAt: min(telling.occurredAt), knownAt: min(telling.knownAt)} AS fact
  UNION ALL
  UNWIND records AS account
  MATCH (account)<-[job:WORKS_AT]-(person:Person)
  WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
    AND coalesce(size([turn IN person.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN 'EMPLOYMENT' AS kind, job {.title, .function, .seniority, .occurredAt, .knownAt, .endedAt, .endKnownAt,
                                    personId: person.personId} AS fact
  UNION ALL
  CALL (records) {
    UNWIND records AS account
    MATCH (account)<-[job:WORKS_AT]-(person:Person)
    WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
      AND coalesce(size([turn IN person.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    RETURN person
    UNION
    UNWIND records AS account
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)<-[:PERFORMED]-(person:Person)
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
      AND coalesce(size([turn IN engagement.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    RETURN person
    UNION
    UNWIND records AS account
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)-[:ADDRESSED_TO]->(person:Person)
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
      AND coalesce(size([turn IN engagement.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    RETURN person
  }
  CALL (person) {
    MATCH (person)-[merges:SAME_AS*0..]-(record:Person)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN record AS canonical
    ORDER BY record.personId
    LIMIT 1
  }
  WITH DISTINCT canonical AS person
  CALL (person) {
    MATCH (person)-[merges:SAME_AS*0..]-(record:Person)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    WITH DISTINCT record
    WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    RETURN collect(record) AS personRecords
  }
  CALL (person, personRecords) {
    UNWIND personRecords AS record
    MATCH (record)-[telling:RECORDED_IN]->(:SourceRecord)
    WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
    WITH person, record, telling
    ORDER BY telling.knownAt DESC, telling.occurredAt DESC, record.personId, telling.version DESC
    WITH person, head(collect(telling.name)) AS name, head(collect(telling.email)) AS email,
         min(telling.occurredAt) AS occurredAt, min(telling.knownAt) AS knownAt
    RETURN 'PERSON' AS kind, person {.personId, name: name, email: email, occurredAt: occurredAt, knownAt: knownAt} AS fact
    UNION ALL
    UNWIND personRecords AS record
    MATCH (record)-[:CHANGED]->(change:FieldChange)
    WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
    RETURN 'PERSON_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt, personId: person.personId} AS fact
  }
  RETURN kind, fact
  UNION ALL
  UNWIND records AS account
  MATCH (account)-[:CHANGED]->(change:FieldChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'ACCOUNT_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt} AS fact
  UNION ALL
  UNWIND records AS account
  MATCH (account)-[belongs:SUBSIDIARY_OF]->(parent:Account)
  WHERE NOT parent IN known AND belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
    AND coalesce(size([turn IN parent.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN 'PARENT' AS kind, belongs {.occurredAt, .knownAt, otherId: parent.accountId} AS fact
  UNION ALL
  UNWIND records AS account
  MATCH (account)<-[belongs:SUBSIDIARY_OF]-(subsidiary:Account)
  WHERE NOT subsidiary IN known AND belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
    AND coalesce(size([turn IN subsidiary.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN 'SUBSIDIARY' AS kind, belongs {.occurredAt, .knownAt, otherId: subsidiary.accountId} AS fact
  UNION ALL
  CALL (known, records) {
    UNWIND known AS near
    RETURN near
    UNION
    UNWIND records AS account
    MATCH (account)-[:WORKS_AT|SUBSIDIARY_OF|REFERRED]-(near:Person|Account)
    RETURN near
    UNION
    UNWIND records AS account
    MATCH (account)<-[:ABOUT]-(:Engagement|Ticket)-[:PERFORMED|ADDRESSED_TO|RAISED]-(near:Person)
    RETURN near
    UNION
    UNWIND records AS account
    MATCH (account)<-[:FOR_ACCOUNT]-(:Opportunity)<-[:HAS_ROLE|REFERRED]-(near:Person|Account)
    RETURN near
    UNION
    UNWIND records AS account
    MATCH (account)<-[:ABOUT]-(:Engagement)<-[:PERFORMED]-(:Person)-[:SAME_AS*0..]-(:Person)-[:FORWARDED|INTRODUCED]->(near:Person)
    RETURN near
  }
  MATCH (near)-[merges:SAME_AS*1..]-(same:Person|Account)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  WITH near, coalesce(near.accountId, near.personId) AS key, min(coalesce(same.accountId, same.personId)) AS canonical
  WHERE canonical < key
  RETURN 'MERGED' AS kind, {label: labels(near)[0], key: key, canonical: canonical} AS fact
}
RETURN accountId, kind, fact
