// The key of the record that stands for the account: the smallest of those that are one, as decided by then.
// gives: canonical
MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*0..]-(same:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH min(same.accountId) AS canonical
