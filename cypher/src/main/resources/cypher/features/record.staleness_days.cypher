// Days since a source last told anything new of the account's attributes or its opportunities: recomputes record.staleness_days.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: accounts
CALL (accounts) {
  CALL (accounts) {
    UNWIND accounts AS account
    MATCH (account)-[telling:RECORDED_IN]->(:SourceRecord)
    WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
    RETURN min(telling.knownAt) AS knownAt
    UNION ALL
    UNWIND accounts AS account
    MATCH (account)-[:CHANGED]->(change:FieldChange)
    WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
    WITH change.field AS field, change.value AS value, change.occurredAt AS occurredAt, min(change.knownAt) AS knownAt
    RETURN knownAt
    UNION ALL
    UNWIND accounts AS account
    MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
    WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
      AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    WITH opportunity, min(telling.knownAt) AS knownAt
    RETURN knownAt
    UNION ALL
    UNWIND accounts AS account
    MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[:CHANGED]->(change:StageChange|FieldChange)
    WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
      AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
      AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
    RETURN change.knownAt AS knownAt
  }
  RETURN max(knownAt) AS newest
}
WITH newest
WHERE newest IS NOT NULL
RETURN ($asOf.epochMillis - newest.epochMillis) / 86400000.0 AS value
