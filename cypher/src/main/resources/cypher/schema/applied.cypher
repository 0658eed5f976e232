// The versions of the changes that were made to the schema; none in a new database.
// params: none
// returns: version STRING
// access: READ
// plan: label scan, all changes are wanted, and there are some ten
MATCH (change:__Neo4jMigration)
RETURN change.version AS version
