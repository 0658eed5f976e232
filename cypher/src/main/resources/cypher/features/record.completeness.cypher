// Share of the given attributes of the account that are known: recomputes record.completeness. A domain is told with the account
// itself, the others as changes, of which the last holds; an empty one took the value away.
// params: accountId STRING, asOf DATETIME, fields LIST<STRING>
// returns: value FLOAT, known LIST<STRING>
// access: READ
// begins: accounts
CALL (accounts) {
  CALL (accounts) {
    UNWIND accounts AS account
    MATCH (account)-[:CHANGED]->(change:FieldChange)
    WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
    WITH change.field AS field, change.value AS value, change.occurredAt AS occurredAt, min(change.knownAt) AS knownAt
    ORDER BY occurredAt DESC, knownAt DESC, value DESC
    RETURN field, head(collect(value)) AS value
    UNION ALL
    UNWIND accounts AS account
    MATCH (account)-[telling:RECORDED_IN]->(:SourceRecord)
    WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
    WITH account, telling
    ORDER BY telling.knownAt DESC, telling.occurredAt DESC, account.accountId, telling.version DESC
    RETURN 'DOMAIN' AS field, head(collect(telling.domain)) AS value
  }
  WITH field, value
  WHERE field IN $fields AND value <> ''
  RETURN collect(field) AS known
}
WITH accounts, known
WHERE size(accounts) > 0
RETURN toFloat(size(known)) / size($fields) AS value, known
