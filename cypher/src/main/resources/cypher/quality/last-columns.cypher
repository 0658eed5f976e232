// The columns of each file of a source as the last finished import of the file saw them.
// params: source STRING
// returns: file STRING, name STRING, type STRING
// access: READ
MATCH (batch:ImportBatch {source: $source})
WHERE batch.finishedAt IS NOT NULL
UNWIND range(0, size(batch.columnFiles) - 1) AS i
WITH batch, batch.columnFiles[i] AS file, collect({name: batch.columnNames[i], type: batch.columnTypes[i]}) AS columns
ORDER BY batch.finishedAt DESC, batch.importBatchId DESC
WITH file, head(collect(columns)) AS columns
ORDER BY file
UNWIND columns AS column
RETURN file, column.name AS name, column.type AS type
