// Everything the features of some accounts may read as of an instant: for each account that was known by then one row for
// itself and one for each fact that had occurred and was known. A person belongs to an account through a job there or an
// engagement about it.
// params: accountIds LIST<STRING>, asOf DATETIME
// returns: accountId STRING, kind STRING, fact MAP
// access: READ
UNWIND $accountIds AS accountId
MATCH (account:Account {accountId: accountId})
WHERE account.occurredAt <= $asOf AND account.knownAt <= $asOf
CALL (account) {
  RETURN 'ACCOUNT' AS kind, account {.name, .domain, .occurredAt, .knownAt} AS fact
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
  WITH person
  WHERE person.occurredAt <= $asOf AND person.knownAt <= $asOf
  RETURN 'PERSON' AS kind, person {.personId, .name, .email, .occurredAt, .knownAt} AS fact
  UNION ALL
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)
  WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
  RETURN 'OPPORTUNITY' AS kind, opportunity {.opportunityId, .name, .pipeline, .occurredAt, .knownAt} AS fact
  UNION ALL
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[:CHANGED]->(change:StageChange)
  WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
    AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'STAGE_CHANGE' AS kind, change {.stage, .outcome, .occurredAt, .knownAt,
                                         opportunityId: opportunity.opportunityId} AS fact
  UNION ALL
  MATCH (account)-[:CHANGED]->(change:FieldChange)
  WHERE change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'ACCOUNT_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt} AS fact
  UNION ALL
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)-[:CHANGED]->(change:FieldChange)
  WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
    AND change.occurredAt <= $asOf AND change.knownAt <= $asOf
  RETURN 'OPPORTUNITY_FIELD_CHANGE' AS kind, change {.field, .value, .occurredAt, .knownAt,
                                                     opportunityId: opportunity.opportunityId} AS fact
  UNION ALL
  MATCH (account)<-[:FOR_ACCOUNT]-(opportunity:Opportunity)<-[holding:HAS_ROLE]-(person:Person)
  WHERE opportunity.occurredAt <= $asOf AND opportunity.knownAt <= $asOf
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
  MATCH (account)<-[:ABOUT]-(engagement:Engagement)-[:READ_AS]->(reading:SignalReading)
  WHERE engagement.occurredAt <= $asOf AND engagement.knownAt <= $asOf
    AND reading.occurredAt <= $asOf AND reading.knownAt <= $asOf
  RETURN 'SIGNAL_READING' AS kind, reading {.extractor, .extractorVersion, .signals, .details, .confidences,
                                            .occurredAt, .knownAt, engagementId: engagement.engagementId} AS fact
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
}
RETURN accountId, kind, fact
