// What lies around some accounts as of an instant, at other accounts: where their people worked and which roles they held there, who
// belongs to whom among those one step away in the hierarchy, and what was won at all of these. Keys are those of canonical records.
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
CALL (records) {
  UNWIND records AS account
  MATCH (account)<-[job:WORKS_AT]-(employed:Person)
  WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
    AND coalesce(size([turn IN employed.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH DISTINCT employed
  CALL (employed) {
    MATCH (employed)-[merges:SAME_AS*0..]-(same:Person)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN min(same.personId) AS personId, collect(DISTINCT same) AS theirs
  }
  UNWIND theirs AS record
  WITH DISTINCT personId, record
  WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN collect({personId: personId, record: record}) AS people
}
CALL (known, records) {
  UNWIND records AS account
  MATCH (account)-[belongs:SUBSIDIARY_OF]-(related:Account)
  WHERE NOT related IN known AND belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
    AND coalesce(size([turn IN related.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH DISTINCT related
  MATCH (related)-[merges:SAME_AS*0..]-(same:Account)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN same.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN collect(DISTINCT same) AS near
}
CALL (known, near) {
  UNWIND near AS related
  MATCH (related)-[belongs:SUBSIDIARY_OF]-(far:Account)
  WHERE NOT far IN known AND belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
    AND coalesce(size([turn IN far.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN collect(DISTINCT belongs) AS hierarchy
}
CALL (known, people, near, hierarchy) {
  UNWIND people AS person
  WITH person.personId AS personId, person.record AS record, known
  MATCH (record)-[job:WORKS_AT]->(other:Account)
  WHERE NOT other IN known AND job.occurredAt <= $asOf AND job.knownAt <= $asOf
    AND coalesce(size([turn IN other.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  CALL (other) {
    MATCH (other)-[merges:SAME_AS*0..]-(same:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN min(same.accountId) AS otherId
  }
  RETURN 'JOB_ELSEWHERE' AS kind, job {.title, .function, .seniority, .occurredAt, .knownAt, .endedAt, .endKnownAt,
                                       personId: personId, otherId: otherId} AS fact
  UNION ALL
  UNWIND people AS person
  WITH person.personId AS personId, person.record AS record, known
  MATCH (record)-[holding:HAS_ROLE]->(opportunity:Opportunity)-[:FOR_ACCOUNT]->(other:Account)
  WHERE NOT other IN known AND holding.occurredAt <= $asOf AND holding.knownAt <= $asOf
    AND EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                 WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND coalesce(size([turn IN other.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN 'ROLE_ELSEWHERE' AS kind, holding {.role, .source, .confidence, .occurredAt, .knownAt, .endedAt, .endKnownAt,
                                            personId: personId, opportunityId: opportunity.opportunityId} AS fact
  UNION ALL
  UNWIND hierarchy AS belongs
  WITH belongs, startNode(belongs) AS below, endNode(belongs) AS above
  CALL (below) {
    MATCH (below)-[merges:SAME_AS*0..]-(same:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN min(same.accountId) AS subsidiaryId
  }
  CALL (above) {
    MATCH (above)-[merges:SAME_AS*0..]-(same:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN min(same.accountId) AS parentId
  }
  WITH belongs, subsidiaryId, parentId
  WHERE subsidiaryId <> parentId
  RETURN 'BELONGS_ELSEWHERE' AS kind, belongs {.occurredAt, .knownAt, subsidiaryId: subsidiaryId, parentId: parentId} AS fact
  UNION ALL
  CALL (known, people, near, hierarchy) {
    UNWIND near AS other
    RETURN other
    UNION
    UNWIND hierarchy AS belongs
    UNWIND [startNode(belongs), endNode(belongs)] AS other
    RETURN other
    UNION
    UNWIND people AS person
    WITH person.record AS record, known
    MATCH (record)-[job:WORKS_AT]->(other:Account)
    WHERE NOT other IN known AND job.occurredAt <= $asOf AND job.knownAt <= $asOf
      AND coalesce(size([turn IN other.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    RETURN other
    UNION
    UNWIND people AS person
    WITH person.record AS record, known
    MATCH (record)-[holding:HAS_ROLE]->(opportunity:Opportunity)-[:FOR_ACCOUNT]->(other:Account)
    WHERE NOT other IN known AND holding.occurredAt <= $asOf AND holding.knownAt <= $asOf
      AND EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                   WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
      AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
      AND coalesce(size([turn IN other.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    RETURN other
  }
  CALL (other) {
    MATCH (other)-[merges:SAME_AS*0..]-(same:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN min(same.accountId) AS otherId, collect(DISTINCT same) AS theirs
  }
  UNWIND theirs AS record
  WITH DISTINCT otherId, record
  MATCH (record)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
  WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                 WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH otherId, opportunity, COLLECT {
         MATCH (opportunity)-[:CHANGED]->(change:StageChange)
         WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
         RETURN change
         ORDER BY change.occurredAt, change.knownAt, change.stage
       } AS stages
  WHERE stages[-1].outcome = 'WON'
  RETURN 'WIN' AS kind, {otherId: otherId, opportunityId: opportunity.opportunityId,
    at: [i IN range(0, size(stages) - 1) WHERE i = 0 OR stages[i].stage <> stages[i - 1].stage
         OR stages[i].outcome <> stages[i - 1].outcome | stages[i].occurredAt][-1]} AS fact
}
RETURN accountId, kind, fact
