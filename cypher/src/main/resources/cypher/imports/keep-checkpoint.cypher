// Keeps how far an import has come, beside the records it has brought so far.
// params: batchId STRING, checkpoint STRING
// returns: nothing
// access: WRITE
MATCH (batch:ImportBatch {importBatchId: $batchId})
SET batch.checkpoint = $checkpoint
