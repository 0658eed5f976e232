// Deletes every node and relationship, a thousand nodes at a time so that no graph is too large for it.
// Runs in a transaction of its own for each piece, so never within one.
MATCH (node)
CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS
