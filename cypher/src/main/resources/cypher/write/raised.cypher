// Tells who asked for support, if the telling they come from is the one that holds.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (person:Person {personId: row.personId})
WITH person, row
MATCH (ticket:Ticket {ticketId: row.ticketId})
WHERE ticket.version = row.version
MERGE (person)-[:RAISED]->(ticket)
