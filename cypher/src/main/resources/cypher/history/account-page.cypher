// The keys of the next accounts that were known as of an instant, in order; of records that merges join, the canonical one.
// params: after STRING, asOf DATETIME, limit INTEGER
// returns: accountId STRING
// access: READ
MATCH (account:Account)
WHERE account.accountId > $after
  AND EXISTS {
    MATCH (account)-[merges:SAME_AS*0..]-(record:Account)-[telling:RECORDED_IN]->(:SourceRecord)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
      AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
      AND telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  }
  AND NOT EXISTS {
    MATCH (account)-[merges:SAME_AS*1..]-(smaller:Account)
    WHERE smaller.accountId < account.accountId AND all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  }
RETURN account.accountId AS accountId
ORDER BY accountId
LIMIT $limit
