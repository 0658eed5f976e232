// Buyer actions weighted by their kind and halved with every half-life of age: recomputes engagement.intensity_60d.
// params: accountId STRING, asOf DATETIME, actionWeights MAP, halfLifeMillis INTEGER
// returns: value FLOAT
// access: READ
// begins: actions
WITH actions
WHERE size(actions) > 0
RETURN reduce(sum = 0.0, done IN actions |
         sum + $actionWeights[done.action.kind] * 0.5 ^ (toFloat($asOf.epochMillis - done.at) / $halfLifeMillis)) AS value
