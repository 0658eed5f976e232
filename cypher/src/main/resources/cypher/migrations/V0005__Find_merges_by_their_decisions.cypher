CREATE INDEX same_as_key IF NOT EXISTS FOR ()-[r:SAME_AS]-() ON (r.key);
CREATE INDEX same_as_end_key IF NOT EXISTS FOR ()-[r:SAME_AS]-() ON (r.endKey);
