// Tells who acted in an engagement, if the telling they come from is the one that holds.
// params: rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $rows AS row
MERGE (person:Person {personId: row.personId})
WITH person, row
MATCH (engagement:Engagement {engagementId: row.engagementId})
WHERE engagement.version = row.version
MERGE (person)-[:PERFORMED]->(engagement)
