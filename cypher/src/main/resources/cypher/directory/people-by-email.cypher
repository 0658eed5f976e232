// The people that sources know by each e-mail address.
// params: emails LIST<STRING>
// returns: email STRING, keys LIST<STRING>
// access: READ
UNWIND $emails AS email
MATCH (person:Person {email: email})
WHERE coalesce(size(person.deletions) % 2 = 0, true)
RETURN email, collect(person.personId) AS keys
