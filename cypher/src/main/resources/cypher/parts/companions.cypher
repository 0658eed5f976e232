// The companies that $linkType links to the account; and for each way through one of them to another account that bought, how many such
// companies that one has: {company, account, degree}. An account is the record with the smallest id among those that are one. A company of
// more than $mostAccounts accounts is passed over.
// begins: family
// gives: companies, companions
CALL (accounts) {
  UNWIND accounts AS account
  UNWIND [(account)<-[own:INVESTED_IN|PARTNER_OF]-(company)
          WHERE type(own) = $linkType AND own.occurredAt <= $asOf AND own.knownAt <= $asOf
            AND coalesce(NOT (own.endKnownAt <= $asOf AND own.endedAt < $asOf), true) | company] AS company
  RETURN collect(DISTINCT company) AS companies
}
CALL (family, companies) {
  UNWIND companies AS company
  WITH family, company, [(company)-[link:INVESTED_IN|PARTNER_OF]->(other:Account)
         WHERE type(link) = $linkType AND link.occurredAt <= $asOf AND link.knownAt <= $asOf
           AND coalesce(NOT (link.endKnownAt <= $asOf AND link.endedAt < $asOf), true)
           AND coalesce(size([turn IN other.deletions WHERE turn <= $asOf]) % 2 = 0, true) | other] AS linked
  WHERE size(linked) <= $mostAccounts
  UNWIND linked AS other
  WITH family, company, other
  WHERE NOT other IN family
  CALL (other) {
    MATCH (other)-[merges:SAME_AS*0..]-(same:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN same AS account
    ORDER BY same.accountId
    LIMIT 1
  }
  WITH DISTINCT company, account
  CALL (account) {
    MATCH (account)-[merges:SAME_AS*0..]-(record:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
      AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    RETURN collect(DISTINCT record) AS records
  }
  WITH company, account, records
  WHERE EXISTS {
    UNWIND records AS record
    MATCH (record)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
    WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
      AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
      AND 'WON' = head(COLLECT {
        MATCH (opportunity)-[:CHANGED]->(change:StageChange)
        WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
        RETURN change.outcome
        ORDER BY change.occurredAt DESC, change.knownAt DESC, change.stage DESC
        LIMIT 1
      })
  }
  CALL (records) {
    UNWIND records AS record
    UNWIND [(record)<-[link:INVESTED_IN|PARTNER_OF]-(same)
            WHERE type(link) = $linkType AND link.occurredAt <= $asOf AND link.knownAt <= $asOf
              AND coalesce(NOT (link.endKnownAt <= $asOf AND link.endedAt < $asOf), true) | same] AS same
    RETURN count(DISTINCT same) AS degree
  }
  RETURN collect({company: company, account: account, degree: degree}) AS companions
}
