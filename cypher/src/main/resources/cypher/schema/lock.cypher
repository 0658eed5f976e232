// The lock that whoever changes the schema holds; none while nobody does.
// params: none
// returns: id STRING
// access: READ
MATCH (lock:__Neo4jMigrationsLock)
WHERE lock.id IS NOT NULL
RETURN lock.id AS id
