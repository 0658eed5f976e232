// The next Person nodes in the order of their keys, with the relationships that leave them for other facts.
// Merges that were undone are not among them, nor is who moved whom, which is derived.
// params: after STRING, limit INTEGER, keys MAP
// returns: key STRING, properties MAP, relationships LIST<MAP>
// access: READ
MATCH (node:Person)
WHERE node.personId > $after
WITH node
ORDER BY node.personId
LIMIT $limit
RETURN node.personId AS key, properties(node) AS properties,
       [(node)-[relationship]->(other) WHERE NOT other:ImportBatch AND type(relationship) <> 'INFLUENCED'
         AND NOT (type(relationship) = 'SAME_AS' AND relationship.endedAt IS NOT NULL) |
         {type: type(relationship), properties: properties(relationship), label: labels(other)[0],
          key: other[$keys[labels(other)[0]]]}] AS relationships
ORDER BY key
