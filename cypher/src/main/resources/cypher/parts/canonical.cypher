// Which of them is the account: the key of the record that stands for it, the smallest of those that are one.
// begins: uses
// gives: canonical
WITH *, head(COLLECT {
       MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*0..]-(same:Account)
       WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
       RETURN min(same.accountId)
     }) AS canonical
