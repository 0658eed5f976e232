// Tells the account a support request is about, if the telling it comes from is the one that holds.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (account:Account {accountId: row.accountId})
WITH account, row
MATCH (ticket:Ticket {ticketId: row.ticketId})
WHERE ticket.version = row.version
MERGE (ticket)-[:ABOUT]->(account)
