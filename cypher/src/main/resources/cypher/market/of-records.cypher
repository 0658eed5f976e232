// What some records of accounts add to the graph of all accounts as of an instant: whom they have to do with, who ever invested
// in them, when they first went public or were bought, who referred us to them, and which of their opportunities were won or lost. Keys are those of canonical records; what
// was deleted adds nothing. People who can have to do with one account only are left out.
// params: given.accountIds LIST<STRING>, asOf DATETIME
// returns: kind STRING, accountId STRING, label STRING, key STRING, at DATETIME
// access: READ
UNWIND $given.accountIds AS recordId
MATCH (record:Account {accountId: recordId})
WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
CALL (record) {
  MATCH (record)-[merges:SAME_AS*0..]-(same:Account)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  RETURN min(same.accountId) AS accountId
}
CALL (record) {
  MATCH (record)<-[link:INVESTED_IN|PARTNER_OF]-(company)
  WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
    AND coalesce(NOT (link.endKnownAt <= $asOf AND link.endedAt < $asOf), true)
  RETURN 'LINK' AS kind, labels(company)[0] AS label, coalesce(company.investorId, company.partnerId) AS key, link.occurredAt AS at
  UNION ALL
  MATCH (record)<-[link:INVESTED_IN]-(investor:Investor)
  WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
  RETURN 'INVESTMENT' AS kind, 'Investor' AS label, investor.investorId AS key, link.occurredAt AS at
  UNION ALL
  MATCH (record)-[:CHANGED]->(change:FieldChange)
  WHERE change.field = 'OWNERSHIP' AND change.value IN ['PUBLIC', 'SUBSIDIARY']
    AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'EXIT' AS kind, 'Account' AS label, '' AS key, change.occurredAt AS at
  UNION ALL
  MATCH (record)-[belongs:SUBSIDIARY_OF]->(parent:Account)
  WHERE belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
    AND coalesce(size([turn IN parent.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  CALL (parent) {
    MATCH (parent)-[merges:SAME_AS*0..]-(same:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN min(same.accountId) AS key
  }
  RETURN 'LINK' AS kind, 'Account' AS label, key, belongs.occurredAt AS at
  UNION ALL
  MATCH (record)<-[job:WORKS_AT]-(person:Person)
  WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
    AND coalesce(size([turn IN person.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND (COUNT { (person)-[:WORKS_AT]->() } > 1 OR EXISTS { (person)-[:REFERRED]->() } OR EXISTS { (person)-[:SAME_AS]-() })
  CALL (person) {
    MATCH (person)-[merges:SAME_AS*0..]-(same:Person)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN min(same.personId) AS key
  }
  RETURN 'LINK' AS kind, 'Person' AS label, key, job.occurredAt AS at
  UNION ALL
  CALL (record) {
    RETURN record AS what
    UNION ALL
    MATCH (record)<-[:FOR_ACCOUNT]-(what:Opportunity)
    WHERE coalesce(size([turn IN what.deletions WHERE turn <= $asOf]) % 2 = 0, true)
      AND EXISTS { (what)-[telling:RECORDED_IN]->(:SourceRecord)
                   WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    RETURN what
  }
  MATCH (what)<-[referred:REFERRED]-(by)
  WHERE referred.occurredAt <= $asOf AND referred.knownAt <= $asOf
    AND coalesce(NOT (referred.endKnownAt <= $asOf AND referred.endedAt < $asOf), true)
    AND coalesce(size([turn IN by.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  CALL (by) {
    MATCH (by)-[merges:SAME_AS*0..]-(same)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN min(coalesce(same.accountId, same.personId, same.partnerId)) AS key
  }
  RETURN 'REFERRAL' AS kind, labels(by)[0] AS label, key, referred.occurredAt AS at
  UNION ALL
  MATCH (record)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
  WHERE coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                 WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
  WITH opportunity, COLLECT {
         MATCH (opportunity)-[:CHANGED]->(change:StageChange)
         WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
         RETURN change
         ORDER BY change.occurredAt, change.knownAt, change.stage
       } AS stages
  WHERE stages[-1].outcome IN ['WON', 'LOST']
  RETURN stages[-1].outcome AS kind, 'Opportunity' AS label, opportunity.opportunityId AS key,
    [i IN range(0, size(stages) - 1) WHERE i = 0 OR stages[i].stage <> stages[i - 1].stage
     OR stages[i].outcome <> stages[i - 1].outcome | stages[i].occurredAt][-1] AS at
}
RETURN kind, accountId, label, key, at
