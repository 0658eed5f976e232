// The people that sources know by each e-mail address.
// params: emails LIST<STRING>
// returns: email STRING, keys LIST<STRING>
// access: READ
UNWIND $emails AS email
MATCH (person:Person {email: email})
RETURN email, collect(person.personId) AS keys
