// The shares of accounts that went public or were bought after the account's investors had invested there, each drawn to the share of all
// investors, as a logarithm of the sum: recomputes
// network.investor_exit_rates.
// params: accountId STRING, asOf DATETIME, priorAccounts FLOAT
// returns: value FLOAT
// access: READ
// plan: label scan, the rate of all investors is wanted
// begins: portfolios
WITH portfolios
WHERE size(portfolios) > 0
CALL (portfolios) {
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
  WITH investor, account, min(link.occurredAt) AS since
  WITH account, collect(since) AS beginnings
  CALL (account) {
    MATCH (account)-[merges:SAME_AS*0..]-(record:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
      AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    MATCH (record)-[:CHANGED]->(change:FieldChange)
    WHERE change.field = 'OWNERSHIP' AND change.value IN ['PUBLIC', 'SUBSIDIARY']
      AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
    RETURN min(change.occurredAt) AS exitedAt
  }
  RETURN toFloat(sum(size([since IN beginnings WHERE exitedAt > since]))) / sum(size(beginnings)) AS rate
}
RETURN log(1 + reduce(sum = 0.0, portfolio IN portfolios |
  sum + (size(portfolio.exits) + $priorAccounts * rate) / (portfolio.accounts + $priorAccounts))) AS value
