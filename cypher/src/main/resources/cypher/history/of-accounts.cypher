// Everything the features of some accounts may read as of an instant: for each account that was known by then one row for
// itself and one for each fact that had occurred and was known. A person belongs to an account through a job there or an
// engagement about it. What a thing is called is what the newest telling says that had been told by then. Links bring the things
// they lead to.
// params: accountIds LIST<STRING>, asOf DATETIME
// returns: accountId STRING, kind STRING, fact MAP
// access: READ
UNWIND $accountIds AS accountId
MATCH (account:Account {accountId: accountId})
WHERE EXISTS { (account)-[telling:RECORDED_IN]->(:SourceRecord) WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf }
CALL (account) {
  MATCH (account)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH telling
  ORDER BY telling.version DESC
  RETURN 'ACCOUNT' AS kind, {name: head(collect(telling.name)), domain: head(collect(telling.domain)),
                             occurredAt: min(telling.occurredAt), knownAt: min(telling.knownAt)} AS fact
  UNION ALL
  MATCH (account)<-[job:WORKS_AT]-(person:Person)
  WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
  RETURN 'EMPLOYMENT' AS kind, job {.title, .function, .seniority, .occurredAt, .knownAt, .endedAt, .endKnownAt,
                                    personId: person.personId} AS fact
  UNION ALL
  CALL (account) {
    MATCH (account)<-[job:WORKS_AT]-(person:Person)
    WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
    RETURN person
    UNION
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)<-[:PERFORMED]-(person:Person)
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    RETURN person
    UNION
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)-[:ADDRESSED_TO]->(person:Person)
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    RETURN person
  }
  CALL (person) {
    MATCH (person)-[telling:RECORDED_IN]->(:SourceRecord)
    WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
    WITH person, telling
    ORDER BY telling.version DESC
    WITH person, head(collect(telling.name)) AS name, head(collect(telling.email)) AS email,
         min(telling.occurredAt) AS occurredAt, min(telling.knownAt) AS knownAt
    RETURN 'PERSON' AS kind, person {.personId, name: name, email: email, occurredAt: occurredAt, knownAt: knownAt} AS fact
    UNION ALL
    MATCH (person)-[:CHANGED]->(change:FieldChange)
    WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
    RETURN 'PERSON_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt, personId: person.personId} AS fact
  }
  RETURN kind, fact
  UNION ALL
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH opportunity, telling
  ORDER BY telling.version DESC
  WITH opportunity, head(collect(telling.name)) AS name, head(collect(telling.pipeline)) AS pipeline,
       head(collect(telling.accountId)) AS toldFor, min(telling.occurredAt) AS occurredAt, min(telling.knownAt) AS knownAt
  WHERE toldFor IS NOT NULL
  RETURN 'OPPORTUNITY' AS kind, opportunity {.opportunityId, name: name, pipeline: pipeline, occurredAt: occurredAt,
                                             knownAt: knownAt} AS fact
  UNION ALL
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[:CHANGED]->(change:StageChange)
  WHERE EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                 WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'STAGE_CHANGE' AS kind, change {.stage, .outcome, .occurredAt, .knownAt,
                                         opportunityId: opportunity.opportunityId} AS fact
  UNION ALL
  MATCH (account)-[:CHANGED]->(change:FieldChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'ACCOUNT_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt} AS fact
  UNION ALL
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[:CHANGED]->(change:FieldChange)
  WHERE EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                 WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'OPPORTUNITY_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt,
                                                     opportunityId: opportunity.opportunityId} AS fact
  UNION ALL
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)<-[holding:HAS_ROLE]-(person:Person)
  WHERE EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                 WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    AND holding.occurredAt <= $asOf AND holding.knownAt <= $asOf
  RETURN 'ROLE' AS kind, holding {.role, .source, .confidence, .occurredAt, .knownAt, .endedAt, .endKnownAt,
                                  personId: person.personId, opportunityId: opportunity.opportunityId} AS fact
  UNION ALL
  MATCH (account)<-[:ABOUT]-(engagement:Engagement)
  WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
  RETURN 'ENGAGEMENT' AS kind, engagement {.engagementId, .kind, .side, .excluded, .occurredAt, .knownAt,
                                           performedBy: [(engagement)<-[:PERFORMED]-(person:Person) | person.personId],
                                           addressedTo: [(engagement)-[:ADDRESSED_TO]->(person:Person) | person.personId],
                                           users: [(engagement)<-[:TOOK_PART]-(user:User) | user.userId]} AS fact
  UNION ALL
  MATCH (account)<-[:ABOUT]-(ticket:Ticket)
  WHERE ticket.occurredAt <= $asOf AND ticket.knownAt <= $asOf
  RETURN 'TICKET' AS kind, ticket {.ticketId, .priority, .occurredAt, .knownAt, .endedAt, .endKnownAt,
                                   raisedBy: head([(ticket)<-[:RAISED]-(person:Person) | person.personId])} AS fact
  UNION ALL
  MATCH (account)-[belongs:SUBSIDIARY_OF]->(parent:Account)
  WHERE belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
  RETURN 'PARENT' AS kind, belongs {.occurredAt, .knownAt, otherId: parent.accountId} AS fact
  UNION ALL
  MATCH (account)<-[belongs:SUBSIDIARY_OF]-(subsidiary:Account)
  WHERE belongs.occurredAt <= $asOf AND belongs.knownAt <= $asOf
  RETURN 'SUBSIDIARY' AS kind, belongs {.occurredAt, .knownAt, otherId: subsidiary.accountId} AS fact
  UNION ALL
  CALL (account) {
    MATCH (account)-[link:INVESTED_IN|PARTNER_OF|REFERRED|IN_TERRITORY|IN_SEGMENT|USES|INTENT]-()
    RETURN link
    UNION
    MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)<-[link:REFERRED]-()
    WHERE EXISTS { (opportunity)-[telling:RECORDED_IN]->(:SourceRecord)
                   WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.accountId IS NOT NULL }
    RETURN link
    UNION
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)-[link:CONCERNS]->()
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    RETURN link
    UNION
    MATCH (account)<-[:ABOUT]-(engagement:Engagement)<-[:PERFORMED]-(:Person)-[link:FORWARDED|INTRODUCED]->(:Person)
    WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf AND link.engagementId = engagement.engagementId
    RETURN link
  }
  WITH link, startNode(link) AS source, endNode(link) AS target
  WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
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
