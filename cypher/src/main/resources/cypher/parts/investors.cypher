// Who ever invested in the account; nobody if the account was another record's by then.
// begins: accounts
// gives: investors
CALL (accounts) {
  UNWIND accounts AS account
  WITH account
  WHERE NOT EXISTS {
    MATCH (:Account {accountId: $accountId})-[merges:SAME_AS*1..]-(smaller:Account)
    WHERE smaller.accountId < $accountId
      AND all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
  }
  UNWIND [(account)<-[own:INVESTED_IN]-(investor) WHERE own.occurredAt <= $asOf AND own.knownAt <= $asOf | investor] AS investor
  RETURN collect(DISTINCT investor) AS investors
}
