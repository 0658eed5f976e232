// Tells what an extractor found in the words of an engagement. The newest telling says what and when, the earliest when it
// became known.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (engagement:Engagement {engagementId: row.engagementId})
MERGE (reading:SignalReading {signalReadingId: row.key})
ON MATCH SET reading.signalReadingId = row.key
WITH engagement, reading, row, coalesce(reading.version < row.version, true) AS newer
SET reading += CASE WHEN newer THEN {extractor: row.extractor, extractorVersion: row.extractorVersion, signals: row.signals,
                                     details: row.details, confidences: row.confidences,
                                     occurredAt: row.occurredAt, version: row.version} ELSE {} END,
    reading.knownAt = CASE WHEN reading.knownAt < row.knownAt THEN reading.knownAt ELSE row.knownAt END
MERGE (engagement)-[:READ_AS]->(reading)
WITH reading, row
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (reading)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
