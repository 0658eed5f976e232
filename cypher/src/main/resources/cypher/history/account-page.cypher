// The keys of the next accounts that were known as of an instant, in order.
// params: after STRING, asOf DATETIME, limit INTEGER
// returns: accountId STRING
// access: READ
MATCH (account:Account)
WHERE account.accountId > $after
  AND EXISTS { (account)-[telling:RECORDED_IN]->(:SourceRecord) WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf }
RETURN account.accountId AS accountId
ORDER BY accountId
LIMIT $limit
