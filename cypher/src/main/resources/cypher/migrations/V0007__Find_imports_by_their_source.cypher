CREATE INDEX import_batch_source IF NOT EXISTS FOR (n:ImportBatch) ON (n.source);
