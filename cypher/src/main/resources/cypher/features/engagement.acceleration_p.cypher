// How likely the surge's buyer actions are if the pace of the baseline before it has not risen, which is the upper tail of a binomial
// distribution, summed term by term: recomputes engagement.acceleration_p.
// params: accountId STRING, asOf DATETIME, surgeMillis INTEGER, baselineMillis INTEGER
// returns: value FLOAT, inSurge INTEGER, before INTEGER
// access: READ
// begins: actions
WITH [done IN actions | $asOf.epochMillis - done.at] AS ages
WITH size([age IN ages WHERE age < $surgeMillis]) AS inSurge,
     size([age IN ages WHERE age >= $surgeMillis AND age < $surgeMillis + $baselineMillis]) AS before,
     toFloat($surgeMillis) / ($surgeMillis + $baselineMillis) AS chance
WHERE inSurge + before > 0
RETURN CASE WHEN inSurge = 0 THEN 1.0 ELSE
         reduce(tail = 0.0, count IN range(inSurge, inSurge + before) |
           tail + reduce(term = (1 - chance) ^ (inSurge + before - count), i IN range(1, count) |
                         term * chance * (inSurge + before - count + i) / i)) END AS value,
       inSurge, before
