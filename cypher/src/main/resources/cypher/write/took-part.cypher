// Tells which of our people acted in an engagement or were there, if the telling they come from is the one that holds.
// params: rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $rows AS row
MERGE (user:User {userId: row.userId})
WITH user, row
MATCH (engagement:Engagement {engagementId: row.engagementId})
WHERE engagement.version = row.version
MERGE (user)-[:TOOK_PART]->(engagement)
