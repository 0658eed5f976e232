// All records that are one with the account, those that were deleted included: what is not among them belongs to somebody else.
// begins: accounts
// gives: family
WITH *, COLLECT {
       MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*0..]-(account:Account)
       WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
       RETURN DISTINCT account
     } AS family
