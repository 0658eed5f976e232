// Which of the accounts, people and opportunities with these keys a source has told of. A node that something else mentioned
// and no source told of has no instant.
// params: given.accountIds LIST<STRING>, given.personIds LIST<STRING>, given.opportunityIds LIST<STRING>
// returns: label STRING, key STRING
// access: READ
UNWIND $given.accountIds AS key
MATCH (account:Account {accountId: key})
WHERE account.occurredAt IS NOT NULL
RETURN 'Account' AS label, key
UNION ALL
UNWIND $given.personIds AS key
MATCH (person:Person {personId: key})
WHERE person.occurredAt IS NOT NULL
RETURN 'Person' AS label, key
UNION ALL
UNWIND $given.opportunityIds AS key
MATCH (opportunity:Opportunity {opportunityId: key})
WHERE opportunity.occurredAt IS NOT NULL
RETURN 'Opportunity' AS label, key
