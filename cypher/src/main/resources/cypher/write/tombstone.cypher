// Tells that a source deleted a record or, lifted, restored it. The telling stays on its way to the source record. From all tellings
// come the instants as of which the record is gone, back, gone again … in turn: of those that can be seen at an instant the newest
// counts, of two at once the deletion.
// params: given.rows LIST<MAP>
// returns: nothing
// access: WRITE
UNWIND $given.rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Account' MERGE (gone:Account {accountId: row.key}) ON MATCH SET gone.accountId = row.key RETURN gone
  UNION ALL
  WITH row WHERE row.label = 'Person' MERGE (gone:Person {personId: row.key}) ON MATCH SET gone.personId = row.key RETURN gone
  UNION ALL
  WITH row WHERE row.label = 'Opportunity' MERGE (gone:Opportunity {opportunityId: row.key}) ON MATCH SET gone.opportunityId = row.key RETURN gone
  UNION ALL
  WITH row WHERE row.label = 'Engagement' MERGE (gone:Engagement {engagementId: row.key}) ON MATCH SET gone.engagementId = row.key RETURN gone
  UNION ALL
  WITH row WHERE row.label = 'Ticket' MERGE (gone:Ticket {ticketId: row.key}) ON MATCH SET gone.ticketId = row.key RETURN gone
}
MATCH (record:SourceRecord {sourceRecordId: row.sourceRecordId})
MERGE (gone)-[telling:DELETED_IN {version: row.version}]->(record)
SET telling.lifted = row.lifted,
    telling.occurredAt = row.occurredAt,
    telling.knownAt = row.knownAt
WITH gone
CALL (gone) {
  MATCH (gone)-[telling:DELETED_IN]->(:SourceRecord)
  WITH DISTINCT gone, CASE WHEN telling.knownAt > telling.occurredAt THEN telling.knownAt ELSE telling.occurredAt END AS seenFrom
  MATCH (gone)-[seen:DELETED_IN]->(:SourceRecord)
  WHERE seen.occurredAt <= seenFrom AND seen.knownAt <= seenFrom
  WITH seenFrom, seen
  ORDER BY seenFrom, seen.knownAt DESC, seen.occurredAt DESC, seen.lifted
  WITH seenFrom, head(collect(seen.lifted)) AS back
  ORDER BY seenFrom
  WITH collect({at: seenFrom, back: back}) AS states
  RETURN [i IN range(0, size(states) - 1)
          WHERE states[i].back <> CASE i WHEN 0 THEN true ELSE states[i - 1].back END
          | states[i].at] AS turns
}
SET gone.deletions = CASE WHEN size(turns) > 0 THEN turns END
