// What writing events costs at the least: nothing is looked for but the ends of relationships, nothing is compared.
UNWIND $rows AS row
MATCH (batch:ImportBatch {importBatchId: $batchId})
MATCH (account:Account {accountId: row.accountId})
CREATE (record:SourceRecord)-[:PART_OF {ingestedAt: $ingestedAt}]->(batch)
SET record = row.record
CREATE (account)<-[:ABOUT]-(event:Engagement)-[:RECORDED_IN {occurredAt: row.event.occurredAt, knownAt: row.event.knownAt}]->(record)
SET event = row.event
WITH event, row
CALL (event, row) {
  UNWIND row.performedBy AS id
  MATCH (person:Person {personId: id})
  CREATE (person)-[:PERFORMED]->(event)
}
CALL (event, row) {
  UNWIND row.addressedTo AS id
  MATCH (person:Person {personId: id})
  CREATE (event)-[:ADDRESSED_TO]->(person)
}
CALL (event, row) {
  UNWIND row.users AS id
  MATCH (user:User {userId: id})
  CREATE (user)-[:TOOK_PART]->(event)
}
