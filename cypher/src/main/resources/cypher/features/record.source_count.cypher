// Distinct sources with a record of the account: recomputes record.source_count.
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
RETURN toFloat(count(DISTINCT split(record, ':')[0])) AS value, collect(record) AS records
