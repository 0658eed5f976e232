// What lies around some accounts as of an instant, second part: the other accounts that bought and share an investor or a partner with
// them, each with the number of its own investors or partners and with what was won there. An investor or partner of more than
// $mostAccounts accounts is passed over. Keys are those of canonical records.
// params: given.accountIds LIST<STRING>, asOf DATETIME, mostAccounts INTEGER
// returns: accountId STRING, kind STRING, fact MAP
// access: READ
UNWIND $given.accountIds AS askedId
MATCH (:Account {accountId: askedId})-[merges:SAME_AS*0..]-(record:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH DISTINCT askedId, record
ORDER BY record.accountId
WITH askedId, collect(record) AS known
WITH DISTINCT head(known).accountId AS accountId, known,
     [record IN known WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)] AS records
WHERE EXISTS {
  UNWIND records AS record
  MATCH (record)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
}
CALL (known, records) {
  UNWIND records AS account
  UNWIND [(account)<-[own:INVESTED_IN|PARTNER_OF]-(company)
          WHERE own.occurredAt <= $asOf AND own.knownAt <= $asOf
            AND coalesce(NOT (own.endKnownAt <= $asOf AND own.endedAt < $asOf), true) | company] AS company
  WITH DISTINCT known, company
  WITH known, company, [(company)-[link:INVESTED_IN|PARTNER_OF]->(other:Account)
         WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
           AND coalesce(NOT (link.endKnownAt <= $asOf AND link.endedAt < $asOf), true)
           AND coalesce(size([turn IN other.deletions WHERE turn <= $asOf]) % 2 = 0, true) | other] AS linked
  WHERE size(linked) <= $mostAccounts
  UNWIND linked AS other
  WITH known, company, other
  WHERE NOT other IN known
  CALL (other) {
    MATCH (other)-[merges:SAME_AS*0..]-(same:Account)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN min(same.accountId) AS otherId, collect(DISTINCT same) AS theirs
  }
  WITH company, otherId, head(collect(theirs)) AS theirs
  CALL (theirs) {
    UNWIND theirs AS record
    MATCH (record)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
    WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
      AND EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                   WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
      AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    WITH opportunity, COLLECT {
           MATCH (opportunity)-[:CHANGED]->(change:StageChange)
           WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
           RETURN change
           ORDER BY change.occurredAt, change.knownAt, change.stage
         } AS stages
    WHERE stages[-1].outcome = 'WON'
    RETURN collect({opportunityId: opportunity.opportunityId,
      at: [i IN range(0, size(stages) - 1) WHERE i = 0 OR stages[i].stage <> stages[i - 1].stage
           OR stages[i].outcome <> stages[i - 1].outcome | stages[i].occurredAt][-1]}) AS wins
  }
  WITH company, otherId, theirs, wins
  WHERE size(wins) > 0
  CALL (company, theirs) {
    UNWIND theirs AS record
    WITH company, record
    WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    UNWIND [(record)<-[link:INVESTED_IN|PARTNER_OF]-(same)
            WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
              AND coalesce(NOT (link.endKnownAt <= $asOf AND link.endedAt < $asOf), true)
              AND labels(same) = labels(company) | same] AS same
    RETURN count(DISTINCT same) AS degree
  }
  CALL (company, otherId, degree, wins) {
    RETURN 'COMPANION' AS kind, {label: labels(company)[0], key: coalesce(company.investorId, company.partnerId),
                                 otherId: otherId, degree: degree} AS fact
    UNION ALL
    UNWIND wins AS win
    RETURN 'WIN' AS kind, win{.*, otherId: otherId} AS fact
  }
  RETURN kind, fact
}
RETURN accountId, kind, fact
