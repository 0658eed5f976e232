// With how many others the account's investors invested in the same accounts, as a logarithm of the sum: recomputes
// network.investor_centrality_degree.
// params: accountId STRING, asOf DATETIME, mostInvestors INTEGER
// returns: value FLOAT
// access: READ
// begins: investors
WITH investors
WHERE size(investors) > 0
UNWIND investors AS investor
CALL (investor) {
  UNWIND [(investor)-[link:INVESTED_IN]->(other:Account)
          WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
            AND coalesce(size([turn IN other.deletions WHERE turn <= $asOf]) % 2 = 0, true) | other] AS other
  CALL (other) {
    MATCH (other)-[merges:SAME_AS*0..]-(same:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN same AS account
    ORDER BY same.accountId
    LIMIT 1
  }
  WITH DISTINCT investor, account
  CALL (account) {
    MATCH (account)-[merges:SAME_AS*0..]-(record:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
      AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    WITH DISTINCT record
    MATCH (record)<-[link:INVESTED_IN]-(together)
    WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
    RETURN collect(DISTINCT together) AS together
  }
  WITH investor, together
  WHERE size(together) <= $mostInvestors
  UNWIND together AS one
  WITH DISTINCT investor, one
  WHERE one <> investor
  RETURN count(one) AS degree
}
WITH investors, sum(degree) AS degrees
RETURN log(1 + degrees) AS value
