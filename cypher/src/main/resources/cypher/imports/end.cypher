// Takes away how far an import has come, since nobody will go on with it.
// params: batchId STRING
// returns: nothing
// access: WRITE
MATCH (batch:ImportBatch {importBatchId: $batchId})
REMOVE batch.checkpoint
