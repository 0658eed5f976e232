// The account and the records that are one with it, as decided by then, but those that were deleted.
// gives: accounts
MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*0..]-(account:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  AND coalesce(size([turn IN account.deletions WHERE turn <= $asOf]) % 2 = 0, true)
WITH collect(DISTINCT account) AS accounts
