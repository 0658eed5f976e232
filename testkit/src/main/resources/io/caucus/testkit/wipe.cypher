// Deletes every node and relationship but what migrations remember, a thousand nodes at a time so that no graph is too large for it.
// Runs in a transaction of its own for each piece, so never within one.
MATCH (node)
WHERE NOT node:__Neo4jMigration
CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS
