// Remembers with an import's batch how its files looked and what was expected of them. Lists of one length belong together.
// params: batchId STRING, source STRING, finishedAt DATETIME, columns MAP, expectations MAP
// returns: nothing
// access: WRITE
MERGE (batch:ImportBatch {importBatchId: $batchId})
ON CREATE SET batch.startedAt = $finishedAt
SET batch.source = $source,
    batch.finishedAt = $finishedAt,
    batch.columnFiles = $columns.files,
    batch.columnNames = $columns.names,
    batch.columnTypes = $columns.types,
    batch.expectationFiles = $expectations.files,
    batch.expectationRecords = $expectations.records,
    batch.expectationColumns = $expectations.columns,
    batch.expectationRules = $expectations.rules,
    batch.expectationsJudged = $expectations.judged,
    batch.expectationsFailed = $expectations.failed,
    batch.expectationsMet = $expectations.met,
    batch.expectationLines = $expectations.lines
