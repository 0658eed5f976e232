// Whether buyers looked at prices and at what other customers say within the window: recomputes engagement.pricing_and_proof.
// params: accountId STRING, asOf DATETIME, since DATETIME, proofNames STRING
// returns: value FLOAT
// access: READ
// begins: interests
WITH [done IN actions WHERE done.action.occurredAt > $since] AS recent,
     [interest IN interests WHERE interest.action.occurredAt > $since AND interest.name =~ $proofNames] AS proven
WHERE size(recent) > 0
RETURN CASE WHEN size(proven) > 0 AND any(done IN recent WHERE done.action.kind = 'PRICING_VISIT') THEN 1.0 ELSE 0.0 END AS value
