// Credits for colleagues' activations and for all that these set off, of the person who has most: recomputes
// champion.cascade_influence. What descends from an activation is worked out from the latest back, so that the later ones are known.
// params: accountId STRING, asOf DATETIME, silenceMillis INTEGER, lookBackMillis INTEGER, kernelScaleMillis INTEGER, kernelExponent FLOAT, pairStrength FLOAT, explicitOdds FLOAT, baseRate FLOAT
// returns: value FLOAT
// access: READ
// begins: credits
WITH credits, activations, size(activations) AS count
WHERE any(activation IN activations WHERE activation.person <> activations[0].person)
WITH activations, count,
     [credit IN credits | {share: credit.share,
       from: last([i IN range(0, count - 1) WHERE activations[i].person = credit.champion AND activations[i].at <= credit.at]),
       to: head([i IN range(0, count - 1) WHERE activations[i].person = credit.colleague
                 AND activations[i].at = credit.activatedAt])}] AS edges
WITH activations, count,
     reduce(later = [], back IN range(1, count) |
       [reduce(sum = 0.0, edge IN [edge IN edges WHERE edge.from = count - back] |
               sum + edge.share * (1 + later[edge.to - (count - back) - 1]))] + later) AS descendants
UNWIND range(0, count - 1) AS i
WITH activations[i].person AS champion, sum(descendants[i]) AS influence
RETURN max(influence) AS value
