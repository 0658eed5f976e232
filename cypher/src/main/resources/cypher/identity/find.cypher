// The people and accounts that a source has told of under a key.
// params: key STRING
// returns: label STRING, key STRING
// access: READ
MATCH (account:Account {accountId: $key})
WHERE account.occurredAt IS NOT NULL
RETURN 'Account' AS label, account.accountId AS key
UNION ALL
MATCH (person:Person {personId: $key})
WHERE person.occurredAt IS NOT NULL
RETURN 'Person' AS label, person.personId AS key
