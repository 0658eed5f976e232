// The activity of those employed at the account in one word: recomputes engagement.state. The word is the first that fits; the
// chance of a surge is the upper tail of a binomial distribution, summed term by term.
// params: accountId STRING, asOf DATETIME, dormancyMillis INTEGER, shortMillis INTEGER, longMillis INTEGER, shrinkage FLOAT, surgeMillis INTEGER, baselineMillis INTEGER, significance FLOAT, risingMomentum FLOAT, fewestRising INTEGER, coolingMomentum FLOAT
// returns: value STRING, surgeP FLOAT, momentum FLOAT
// access: READ
// begins: actions
WITH [done IN actions | $asOf.epochMillis - done.at] AS ages
WHERE size(ages) > 0
WITH ages,
     [i IN range(1, size(ages) - 1) WHERE ages[i - 1] - ages[i] >= $dormancyMillis | ages[i]] AS returns,
     size([age IN ages WHERE age < $shortMillis]) AS inShort,
     size([age IN ages WHERE age < $longMillis]) AS inLong,
     size([age IN ages WHERE age < $surgeMillis]) AS inSurge,
     size([age IN ages WHERE age >= $surgeMillis AND age < $surgeMillis + $baselineMillis]) AS before,
     toFloat($surgeMillis) / ($surgeMillis + $baselineMillis) AS chance
WITH *,
     (inShort + $shrinkage) / $shortMillis / ((inLong + $shrinkage) / $longMillis) AS momentum,
     CASE WHEN inSurge = 0 THEN 1.0 ELSE
       reduce(tail = 0.0, count IN range(inSurge, inSurge + before) |
         tail + reduce(term = (1 - chance) ^ (inSurge + before - count), i IN range(1, count) |
                       term * chance * (inSurge + before - count + i) / i)) END AS surgeP
RETURN CASE
         WHEN ages[-1] >= $dormancyMillis THEN 'DORMANT'
         WHEN size(returns) = 0 AND ages[0] < $longMillis THEN 'NEW'
         WHEN size(returns) > 0 AND returns[-1] < $longMillis THEN 'REENGAGED'
         WHEN surgeP < $significance OR (inShort >= $fewestRising AND momentum >= $risingMomentum) THEN 'ACCELERATING'
         WHEN inLong = 0 OR momentum <= $coolingMomentum THEN 'COOLING'
         ELSE 'STEADY'
       END AS value,
       surgeP, momentum
