// How many others referred us to the account or to an opportunity of its, each divided by the number of accounts they had brought us to
// by the beginning of the day: recomputes network.referrals_normalised.
// params: accountId STRING, asOf DATETIME, dayBegin DATETIME
// returns: value FLOAT
// access: READ
// begins: family, opportunities
CALL (accounts, family, opportunities) {
  UNWIND accounts + [told IN opportunities | told.opportunity] AS what
  UNWIND [(what)<-[referred:REFERRED]-(by)
          WHERE referred.occurredAt <= $asOf AND referred.knownAt <= $asOf
            AND coalesce(NOT (referred.endKnownAt <= $asOf AND referred.endedAt < $asOf), true)
            AND NOT by IN family AND coalesce(size([turn IN by.deletions WHERE turn <= $asOf]) % 2 = 0, true) | by] AS by
  WITH DISTINCT by
  CALL (by) {
    MATCH (by)-[merges:SAME_AS*0..]-(same)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN same AS referrer, coalesce(same.accountId, same.personId, same.partnerId) AS referrerKey
    ORDER BY referrerKey
    LIMIT 1
  }
  WITH DISTINCT referrer, referrerKey
  CALL (referrer, referrerKey) {
    MATCH (referrer)-[merges:SAME_AS*0..]-(record)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $dayBegin AND coalesce(merge.endedAt > $dayBegin, true))
    WITH referrer, referrerKey, collect(DISTINCT record) AS records
    WHERE all(record IN records WHERE coalesce(record.accountId, record.personId, record.partnerId) >= referrerKey)
    UNWIND records AS record
    WITH referrer, record
    WHERE coalesce(size([turn IN record.deletions WHERE turn <= $dayBegin]) % 2 = 0, true)
    MATCH (record)-[referred:REFERRED]->(what)
    WHERE referred.occurredAt <= $dayBegin AND referred.knownAt <= $dayBegin
      AND coalesce(NOT (referred.endKnownAt <= $dayBegin AND referred.endedAt < $dayBegin), true)
      AND coalesce(size([turn IN what.deletions WHERE turn <= $dayBegin]) % 2 = 0, true)
    CALL (what) {
      WITH what
      WHERE what:Account
      RETURN what AS account
      UNION ALL
      MATCH (what)-[:FOR_ACCOUNT]->(account:Account)
      WHERE coalesce(size([turn IN account.deletions WHERE turn <= $dayBegin]) % 2 = 0, true)
        AND EXISTS { (what)-[telling:RECORDED_IN]->(:SourceRecord)
                     WHERE telling.occurredAt <= $dayBegin AND telling.knownAt <= $dayBegin AND telling.accountId IS NOT NULL }
      RETURN account
    }
    CALL (account) {
      MATCH (account)-[merges:SAME_AS*0..]-(same:Account)
      WHERE all(merge IN merges WHERE merge.occurredAt <= $dayBegin AND coalesce(merge.endedAt > $dayBegin, true))
      RETURN min(same.accountId) AS accountId
    }
    WITH referrer, accountId
    WHERE coalesce(accountId <> referrer.accountId, true)
    RETURN count(DISTINCT accountId) AS brought
  }
  RETURN sum(1.0 / CASE WHEN brought > 1 THEN brought ELSE 1 END) AS referrals
}
RETURN toFloat(referrals) AS value
