// What was expected of the files of sources, as the last finished import of each kind of record judged it. An empty prefix asks for
// all sources.
// params: source STRING
// returns: source STRING, batchId STRING, finishedAt DATETIME, expectation MAP
// access: READ
MATCH (batch:ImportBatch)
WHERE batch.source STARTS WITH $source AND (batch.source = $source OR $source = '')
UNWIND range(0, size(batch.expectationFiles) - 1) AS i
WITH batch, batch.expectationFiles[i] AS file, batch.expectationRecords[i] AS record, collect({
       file: batch.expectationFiles[i], record: batch.expectationRecords[i], column: batch.expectationColumns[i],
       rule: batch.expectationRules[i], judged: batch.expectationsJudged[i], failed: batch.expectationsFailed[i],
       met: batch.expectationsMet[i], lines: batch.expectationLines[i]}) AS expectations
ORDER BY batch.finishedAt DESC, batch.importBatchId DESC
WITH batch.source AS source, file, record,
     head(collect({batchId: batch.importBatchId, finishedAt: batch.finishedAt, expectations: expectations})) AS last
ORDER BY source, file, record
UNWIND last.expectations AS expectation
RETURN source, last.batchId AS batchId, last.finishedAt AS finishedAt, expectation
