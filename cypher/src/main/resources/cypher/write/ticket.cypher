// Tells a support request; whom it concerns follows in statements of their own. The newest telling says what it is about,
// when it was opened, answered and closed; the earliest when it became known. A newer telling takes away whom the older one concerned.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
MERGE (ticket:Ticket {ticketId: row.key})
ON MATCH SET ticket.ticketId = row.key
WITH ticket, row, coalesce(ticket.version < row.version, true) AS newer
SET ticket += CASE WHEN newer THEN {priority: row.priority, occurredAt: row.occurredAt, answeredAt: row.answeredAt,
                                    answerKnownAt: row.answerKnownAt, endedAt: row.endedAt, endKnownAt: row.endKnownAt,
                                    version: row.version} ELSE {} END,
    ticket.knownAt = CASE WHEN ticket.knownAt < row.knownAt THEN ticket.knownAt ELSE row.knownAt END
WITH ticket, row, newer
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (ticket)-[lineage:RECORDED_IN]->(record)
ON CREATE SET lineage.occurredAt = row.occurredAt, lineage.knownAt = row.knownAt
WITH ticket
WHERE newer
MATCH (ticket)-[old:ABOUT|RAISED]-(:Account|Person)
DELETE old
