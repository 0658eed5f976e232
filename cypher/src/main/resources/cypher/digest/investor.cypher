// The next Investor nodes in the order of their keys, with the relationships that leave them for other facts.
// params: after STRING, limit INTEGER, keys MAP
// returns: key STRING, properties MAP, relationships LIST<MAP>
// access: READ
MATCH (node:Investor)
WHERE node.investorId > $after
WITH node
ORDER BY node.investorId
LIMIT $limit
RETURN node.investorId AS key, properties(node) AS properties,
       [(node)-[relationship]->(other) WHERE NOT other:ImportBatch |
         {type: type(relationship), properties: properties(relationship), label: labels(other)[0],
          key: other[$keys[labels(other)[0]]]}] AS relationships
ORDER BY key
