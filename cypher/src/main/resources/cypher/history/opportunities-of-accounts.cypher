// What the features of some accounts may read as of an instant, second part: their opportunities, with stages, changes of fields
// and roles.
// params: given.accountIds LIST<STRING>, asOf DATETIME
// returns: accountId STRING, kind STRING, fact MAP
// access: READ
UNWIND $given.accountIds AS askedId
MATCH (:Account {accountId: askedId})-[merges:SAME_AS*0..]-(record:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH DISTINCT askedId, record
ORDER BY record.accountId
WITH askedId, collect(record) AS records
WITH DISTINCT head(records).accountId AS accountId, [record IN records WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)] AS records
WHERE EXISTS {
  UNWIND records AS record
  MATCH (record)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
}
CALL (records) {
  UNWIND records AS account
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  WITH opportunity, telling
  ORDER BY telling.version DESC
  WITH opportunity, head(collect(telling.name)) AS name, head(collect(telling.pipeline)) AS pipeline,
       head(collect(telling.accountId)) AS toldFor, min(telling.occurredAt) AS occurredAt, min(telling.knownAt) AS knownAt
  WHERE toldFor IS NOT NULL
  RETURN 'OPPORTUNITY' AS kind, opportunity {.opportunityId, name: name, pipeline: pipeline, occurredAt: occurredAt,
                                             knownAt: knownAt} AS fact
  UNION ALL
  UNWIND records AS account
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[:CHANGED]->(change:StageChange)
  WHERE EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                 WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'STAGE_CHANGE' AS kind, change {.stage, .outcome, .occurredAt, .knownAt,
                                         opportunityId: opportunity.opportunityId} AS fact
  UNION ALL
  UNWIND records AS account
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[:CHANGED]->(change:FieldChange)
  WHERE EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                 WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'OPPORTUNITY_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt,
                                                     opportunityId: opportunity.opportunityId} AS fact
  UNION ALL
  UNWIND records AS account
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)<-[holding:HAS_ROLE]-(person:Person)
  WHERE EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                 WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND holding.occurredAt <= $asOf AND holding.knownAt <= $asOf
    AND coalesce(size([turn IN person.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN 'ROLE' AS kind, holding {.role, .source, .confidence, .occurredAt, .knownAt, .endedAt, .endKnownAt,
                                  personId: person.personId, opportunityId: opportunity.opportunityId} AS fact
}
RETURN accountId, kind, fact
