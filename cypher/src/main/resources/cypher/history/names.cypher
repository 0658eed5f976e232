// What nodes are called, as of an instant: as the newest telling of it known then has it, of all records that are the same.
// params: keys MAP, asOf DATETIME
// returns: label STRING, key STRING, name STRING
// access: READ
CALL () {
  UNWIND $keys.Account AS key MATCH (node:Account {accountId: key}) RETURN 'Account' AS label, key, node
  UNION ALL
  UNWIND $keys.Person AS key MATCH (node:Person {personId: key}) RETURN 'Person' AS label, key, node
  UNION ALL
  UNWIND $keys.User AS key MATCH (node:User {userId: key}) RETURN 'User' AS label, key, node
  UNION ALL
  UNWIND $keys.Opportunity AS key MATCH (node:Opportunity {opportunityId: key}) RETURN 'Opportunity' AS label, key, node
  UNION ALL
  UNWIND $keys.Product AS key MATCH (node:Product {productId: key}) RETURN 'Product' AS label, key, node
  UNION ALL
  UNWIND $keys.Investor AS key MATCH (node:Investor {investorId: key}) RETURN 'Investor' AS label, key, node
  UNION ALL
  UNWIND $keys.Partner AS key MATCH (node:Partner {partnerId: key}) RETURN 'Partner' AS label, key, node
}
CALL (node) {
  MATCH (node)-[merges:SAME_AS*0..]-(record)
  WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  MATCH (record)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf AND telling.name IS NOT NULL
  RETURN telling.name AS name
  ORDER BY telling.knownAt DESC, telling.occurredAt DESC, coalesce(record.accountId, record.personId), telling.version DESC
  LIMIT 1
}
WITH label, key, name
WHERE name <> ''
RETURN label, key, name
ORDER BY label, key
