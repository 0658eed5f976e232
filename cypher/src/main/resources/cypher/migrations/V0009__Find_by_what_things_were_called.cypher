CREATE INDEX telling_name IF NOT EXISTS FOR ()-[r:RECORDED_IN]-() ON (r.name);
CREATE INDEX telling_domain IF NOT EXISTS FOR ()-[r:RECORDED_IN]-() ON (r.domain);
CREATE INDEX telling_email IF NOT EXISTS FOR ()-[r:RECORDED_IN]-() ON (r.email);
