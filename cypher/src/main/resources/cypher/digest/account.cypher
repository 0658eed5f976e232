// The next Account nodes in the order of their keys, with the relationships that leave them for other facts.
// Merges that were undone are not among them.
// params: after STRING, limit INTEGER, keys MAP
// returns: key STRING, properties MAP, relationships LIST<MAP>
// access: READ
MATCH (node:Account)
WHERE node.accountId > $after
WITH node
ORDER BY node.accountId
LIMIT $limit
RETURN node.accountId AS key, properties(node) AS properties,
       [(node)-[relationship]->(other) WHERE NOT other:ImportBatch AND NOT (type(relationship) = 'SAME_AS' AND relationship.endedAt IS NOT NULL) |
         {type: type(relationship), properties: properties(relationship), label: labels(other)[0],
          key: other[$keys[labels(other)[0]]]}] AS relationships
ORDER BY key
