// Records of the account beside one: recomputes record.merged_from.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT, records LIST<STRING>
// access: READ
// begins: accounts
WITH [account IN accounts WHERE EXISTS {
       MATCH (account)-[telling:RECORDED_IN]->(:SourceRecord)
       WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
     } | account.accountId] AS records
WHERE size(records) > 0
UNWIND records AS record
RETURN toFloat(count(record) - 1) AS value, collect(record) AS records
