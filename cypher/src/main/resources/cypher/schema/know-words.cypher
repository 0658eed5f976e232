// Makes the database know words before anything is called by them. It keeps no plan of a statement with words it does not know:
// whoever asked first after the first of a kind came would wait for all plans again.
// params: given.labels LIST<STRING>, given.types LIST<STRING>, given.properties LIST<STRING>
// returns: nothing
// access: WRITE
UNWIND $given.labels AS label
CALL db.createLabel(label)
WITH count(*) AS labels
UNWIND $given.types AS type
CALL db.createRelationshipType(type)
WITH count(*) AS types
UNWIND $given.properties AS property
CALL db.createProperty(property)
FINISH
