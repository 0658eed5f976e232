// The next Opportunity nodes in the order of their keys, with the relationships that leave them for other facts.
// params: after STRING, limit INTEGER
// returns: key STRING, properties MAP, relationships LIST<MAP>
// access: READ
MATCH (node:Opportunity)
WHERE node.opportunityId > $after
WITH node
ORDER BY node.opportunityId
LIMIT $limit
RETURN node.opportunityId AS key, properties(node) AS properties,
       [(node)-[relationship:WORKS_AT|SUBSIDIARY_OF|FOR_ACCOUNT|HAS_ROLE|CHANGED|PERFORMED|ADDRESSED_TO|TOOK_PART|READ_AS|ABOUT|RAISED|OWNS|RECORDED_IN]->(other) |
         {type: type(relationship), properties: properties(relationship), label: labels(other)[0],
          key: coalesce(other.accountId, other.personId, other.opportunityId, other.stageChangeId, other.fieldChangeId,
                        other.engagementId, other.signalReadingId, other.ticketId, other.sourceRecordId)}] AS relationships
ORDER BY key
