// The next Investor nodes in the order of their keys, with the relationships that leave them for other facts.
// params: after STRING, limit INTEGER
// returns: key STRING, properties MAP, relationships LIST<MAP>
// access: READ
MATCH (node:Investor)
WHERE node.investorId > $after
WITH node
ORDER BY node.investorId
LIMIT $limit
RETURN node.investorId AS key, properties(node) AS properties,
       [(node)-[relationship:WORKS_AT|SUBSIDIARY_OF|FOR_ACCOUNT|HAS_ROLE|CHANGED|PERFORMED|ADDRESSED_TO|TOOK_PART|ABOUT|RAISED|OWNS|INVESTED_IN|PARTNER_OF|REFERRED|IN_TERRITORY|IN_SEGMENT|MEMBER_OF|USES|INTENT|CONCERNS|FORWARDED|INTRODUCED|RECORDED_IN]->(other) |
         {type: type(relationship), properties: properties(relationship), label: labels(other)[0],
          key: coalesce(other.accountId, other.personId, other.opportunityId, other.stageChangeId, other.fieldChangeId,
                        other.engagementId, other.ticketId, other.productId, other.topicId, other.contentId,
                        other.segmentId, other.territoryId, other.teamId, other.sourceRecordId)}] AS relationships
ORDER BY key
