CREATE INDEX account_name IF NOT EXISTS FOR (n:Account) ON (n.name);
CREATE INDEX account_domain IF NOT EXISTS FOR (n:Account) ON (n.domain);
CREATE INDEX person_email IF NOT EXISTS FOR (n:Person) ON (n.email);
CREATE INDEX source_record_known_at IF NOT EXISTS FOR (n:SourceRecord) ON (n.knownAt);
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:Account|Person) ON EACH [n.name, n.domain, n.email]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
