// Everybody who ever invested in the account, in how many accounts they did, and when others of these first went public or were bought,
// if after that.
// begins: investors
// gives: portfolios
CALL (investors) {
  UNWIND investors AS investor
  CALL (investor) {
    MATCH (investor)-[link:INVESTED_IN]->(record:Account)
    WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
      AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    CALL (record) {
      MATCH (record)-[merges:SAME_AS*0..]-(same:Account)
      WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
      RETURN same AS account
      ORDER BY same.accountId
      LIMIT 1
    }
    WITH account, min(link.occurredAt) AS since
    CALL (account) {
      MATCH (account)-[merges:SAME_AS*0..]-(record:Account)
      WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
        AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
      MATCH (record)-[:CHANGED]->(change:FieldChange)
      WHERE change.field = 'OWNERSHIP' AND change.value IN ['PUBLIC', 'SUBSIDIARY']
        AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
      RETURN min(change.occurredAt) AS exitedAt
    }
    RETURN count(account) AS size,
      collect(CASE WHEN exitedAt > since AND account.accountId <> $accountId THEN exitedAt END) AS exits
  }
  RETURN collect({accounts: size, exits: exits}) AS portfolios
}
