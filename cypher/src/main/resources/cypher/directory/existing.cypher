// Which of the accounts, people and opportunities with these keys a source has told of. A node that something else mentioned
// and no source told of has no instant.
// params: accountIds LIST<STRING>, personIds LIST<STRING>, opportunityIds LIST<STRING>
// returns: label STRING, key STRING
// access: READ
UNWIND $accountIds AS key
MATCH (account:Account {accountId: key})
WHERE account.occurredAt IS NOT NULL
RETURN 'Account' AS label, key
UNION ALL
UNWIND $personIds AS key
MATCH (person:Person {personId: key})
WHERE person.occurredAt IS NOT NULL
RETURN 'Person' AS label, key
UNION ALL
UNWIND $opportunityIds AS key
MATCH (opportunity:Opportunity {opportunityId: key})
WHERE opportunity.occurredAt IS NOT NULL
RETURN 'Opportunity' AS label, key
