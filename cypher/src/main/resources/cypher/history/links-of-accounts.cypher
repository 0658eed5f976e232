// What the features of some accounts may read as of an instant, last part: links, and the things they lead to or come from. Lists
// of links are taken from a node that is known, for a server that counts few of a type would rather read them all.
// params: given.accountIds LIST<STRING>, asOf DATETIME
// returns: accountId STRING, kind STRING, fact MAP
// access: READ
UNWIND $given.accountIds AS askedId
MATCH (:Account {accountId: askedId})-[merges:SAME_AS*0..]-(record:Account)
WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
WITH DISTINCT askedId, record
ORDER BY record.accountId
WITH askedId, collect(record) AS records
WITH DISTINCT head(records).accountId AS accountId, [record IN records WHERE coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)] AS records
WHERE EXISTS {
  UNWIND records AS record
  MATCH (record)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
}
CALL (records) {
  CALL (records) {
    UNWIND records AS account
    MATCH (account)-[link:INVESTED_IN|PARTNER_OF|REFERRED|IN_TERRITORY|IN_SEGMENT|USES|INTENT]-()
    RETURN link
    UNION
    UNWIND records AS account
    MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
    WHERE EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                   WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
      AND coalesce(size([turn IN opportunity.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    UNWIND [(opportunity)<-[referred:REFERRED]-() | referred] AS link
    RETURN link
    UNION
    UNWIND records AS account
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
      AND coalesce(size([turn IN engagement.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    UNWIND [(engagement)-[concerns:CONCERNS]->() | concerns] AS link
    RETURN link
    UNION
    UNWIND records AS account
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)<-[:PERFORMED]-(performer:Person)
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
      AND coalesce(size([turn IN engagement.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    UNWIND [(performer)-[merges:SAME_AS*0..]-(same:Person)
            WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true)) | same] AS person
    UNWIND [(person)-[passed:FORWARDED|INTRODUCED]->(:Person)
            WHERE passed.engagementId = engagement.engagementId | passed] AS link
    RETURN link
  }
  WITH link, startNode(link) AS source, endNode(link) AS target
  WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
    AND coalesce(size([turn IN source.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    AND coalesce(size([turn IN target.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  CALL (link, source, target) {
    RETURN 'LINK' AS kind, link {.engagementId, .seatsBought, .seatsActive, .strength, .occurredAt, .knownAt, .endedAt,
      .endKnownAt, type: type(link), fromLabel: labels(source)[0], toLabel: labels(target)[0],
      from: coalesce(source.accountId, source.personId, source.engagementId, source.investorId, source.partnerId),
      to: coalesce(target.accountId, target.personId, target.opportunityId, target.productId, target.topicId,
                   target.contentId, target.segmentId, target.territoryId)} AS fact
    UNION ALL
    UNWIND [source, target] AS thing
    MATCH (thing)-[telling:RECORDED_IN]->(:SourceRecord)
    WHERE thing:Product|Topic|Content|Investor|Partner|Segment|Territory
      AND telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
    WITH thing, telling
    ORDER BY telling.version DESC
    WITH thing, head(collect(telling.name)) AS name, min(telling.occurredAt) AS occurredAt, min(telling.knownAt) AS knownAt
    RETURN 'THING' AS kind, {label: labels(thing)[0], name: name, occurredAt: occurredAt, knownAt: knownAt,
      key: coalesce(thing.productId, thing.topicId, thing.contentId, thing.investorId, thing.partnerId, thing.segmentId,
                    thing.territoryId)} AS fact
  }
  RETURN kind, fact
}
RETURN accountId, kind, fact
