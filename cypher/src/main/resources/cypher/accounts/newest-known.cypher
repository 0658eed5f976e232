// When the newest fact became known.
// params: none
// returns: knownAt DATETIME
// access: READ
MATCH (record:SourceRecord)
WHERE record.knownAt > datetime('-9999-01-01T00:00:00Z')
RETURN record.knownAt AS knownAt
ORDER BY knownAt DESC
LIMIT 1
