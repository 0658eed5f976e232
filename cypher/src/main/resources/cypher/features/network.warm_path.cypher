// The warmest path to whoever most likely holds a missing seat: recomputes network.warm_path. The first tie is to one of ours, the
// others are among colleagues; with every step the warmest way to each person so far goes on to those they are tied to.
// params: accountId STRING, asOf DATETIME, templates LIST<MAP>, priorLogOdds FLOAT, statedWeight FLOAT, titleWeight FLOAT, behaviourWeight FLOAT, externalWeight FLOAT, statementHalfLifeMillis INTEGER, titles LIST<MAP>, habits LIST<MAP>, habitsSince DATETIME, engagedMillis INTEGER, activeHalfLifeMillis INTEGER, leastLive FLOAT, tiesSince DATETIME, tieWeights MAP, tieHalfLifeMillis INTEGER, mostTies INTEGER, warmthScale FLOAT
// returns: value FLOAT
// access: READ
// begins: interactions, liveSeats
WITH people, range(0, size(people) - 1) AS everyone,
     [seat IN liveSeats WHERE seat.live < $leastLive AND seat.likeliest IS NOT NULL | seat.likeliest] AS sought,
     [done IN interactions WHERE done.action.occurredAt > $tiesSince AND $tieWeights[done.action.kind] IS NOT NULL] AS recent
WHERE size(sought) > 0
WITH people, everyone, sought, recent, reduce(users = [], done IN recent | users + [user IN done.users WHERE NOT user IN users]) AS users,
     [done IN recent | {
       weight: $tieWeights[done.action.kind] * 0.5 ^ (toFloat($asOf.epochMillis - done.at) / $tieHalfLifeMillis),
       group: [i IN everyone WHERE people[i] IN done.performers OR people[i] IN done.reached],
       acted: [i IN everyone WHERE people[i] IN done.acted],
       users: done.users}] AS shared
WITH people, everyone, sought,
     [i IN everyone | [user IN users | reduce(sum = 0.0, one IN shared |
        CASE WHEN i IN one.acted AND user IN one.users THEN sum + one.weight ELSE sum END)]] AS toUs,
     [i IN everyone | [j IN everyone | reduce(sum = 0.0, one IN shared |
        CASE WHEN i <> j AND i IN one.group AND j IN one.group THEN sum + one.weight ELSE sum END)]] AS among
WITH people, everyone, sought, [i IN everyone | [j IN everyone | among[i][j] / (among[i][j] + $warmthScale)]] AS warmth,
     [i IN everyone | reduce(most = 0.0, strength IN toUs[i] |
        CASE WHEN strength / (strength + $warmthScale) > most THEN strength / (strength + $warmthScale) ELSE most END)] AS first
WITH people, everyone, sought, reduce(warmest = first, tie IN range(2, $mostTies) |
       [i IN everyone | reduce(most = warmest[i], j IN everyone |
          CASE WHEN warmest[j] * warmth[j][i] > most THEN warmest[j] * warmth[j][i] ELSE most END)]) AS warmest
RETURN reduce(most = 0.0, i IN [i IN everyone WHERE people[i] IN sought] |
         CASE WHEN warmest[i] > most THEN warmest[i] ELSE most END) AS value
