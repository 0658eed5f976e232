// Tells the account an opportunity would be sold to: the one that the newest telling names.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (account:Account {accountId: row.accountId})
WITH account, row
MATCH (opportunity:Opportunity {opportunityId: row.opportunityId})
WHERE coalesce(opportunity.accountVersion <= row.version, true)
SET opportunity.accountVersion = row.version
WITH account, opportunity
OPTIONAL MATCH (opportunity)-[old:FOR_ACCOUNT]->(:Account)
DELETE old
CREATE (opportunity)-[:FOR_ACCOUNT]->(account)
