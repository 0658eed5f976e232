// The next Segment nodes in the order of their keys, with the relationships that leave them for other facts.
// params: after STRING, limit INTEGER, keys MAP
// returns: key STRING, properties MAP, relationships LIST<MAP>
// access: READ
MATCH (node:Segment)
WHERE node.segmentId > $after
WITH node
ORDER BY node.segmentId
LIMIT $limit
RETURN node.segmentId AS key, properties(node) AS properties,
       [(node)-[relationship]->(other) WHERE NOT other:ImportBatch |
         {type: type(relationship), properties: properties(relationship), label: labels(other)[0],
          key: other[$keys[labels(other)[0]]]}] AS relationships
ORDER BY key
