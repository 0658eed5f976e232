// Of the content and topics that buyer actions of the window concerned, and whose names tell what they are, the technical share:
// recomputes engagement.technical_share.
// params: accountId STRING, asOf DATETIME, since DATETIME, technicalNames STRING, marketingNames STRING
// returns: value FLOAT
// access: READ
// begins: interests
UNWIND [interest IN interests WHERE interest.action.occurredAt > $since] AS interest
WITH interest.thing AS thing, interest.name =~ $technicalNames AS isTechnical, interest.name =~ $marketingNames AS isMarketing
WHERE thing:Topic|Content AND (isTechnical OR isMarketing)
WITH collect(isTechnical) AS told
WHERE size(told) > 0
RETURN toFloat(size([isTechnical IN told WHERE isTechnical])) / size(told) AS value
