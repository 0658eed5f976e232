// Takes away the lock of a process that was killed while it changed the schema, and no other.
// params: id STRING
// returns: nothing
// access: WRITE
MATCH (lock:__Neo4jMigrationsLock {id: $id})
DELETE lock
