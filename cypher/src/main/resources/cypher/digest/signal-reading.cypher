// The next SignalReading nodes in the order of their keys, with the relationships that leave them for other facts.
// params: after STRING, limit INTEGER, keys MAP
// returns: key STRING, properties MAP, relationships LIST<MAP>
// access: READ
MATCH (node:SignalReading)
WHERE node.signalReadingId > $after
WITH node
ORDER BY node.signalReadingId
LIMIT $limit
RETURN node.signalReadingId AS key, properties(node) AS properties,
       [(node)-[relationship]->(other) WHERE NOT other:ImportBatch |
         {type: type(relationship), properties: properties(relationship), label: labels(other)[0],
          key: other[$keys[labels(other)[0]]]}] AS relationships
ORDER BY key
