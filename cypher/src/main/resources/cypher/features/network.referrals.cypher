// How many others referred us to the account or to an opportunity of its, as a logarithm: recomputes network.referrals.
// params: accountId STRING, asOf DATETIME
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
    RETURN min(coalesce(same.accountId, same.personId, same.partnerId)) AS key
  }
  RETURN count(DISTINCT [labels(by)[0], key]) AS referrers
}
RETURN log(1 + referrers) AS value
