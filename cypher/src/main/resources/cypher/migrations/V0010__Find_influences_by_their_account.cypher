CREATE INDEX influenced_account IF NOT EXISTS FOR ()-[r:INFLUENCED]-() ON (r.accountId);
