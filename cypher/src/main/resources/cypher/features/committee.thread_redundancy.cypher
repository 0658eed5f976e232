// The largest number of ways from us to holders of decision seats of which no two share a person other than the holder: recomputes
// committee.thread_redundancy. Everyone, theirs and then ours, has an entrance 2i and an exit 2i + 1; ways are added one by one, each
// found step by step and free to reroute those before it: after and before hold whom the way through somebody goes on to and comes
// from, −1 for nobody.
// params: accountId STRING, asOf DATETIME, tiesSince DATETIME, tyingKinds LIST<STRING>, leastConfidence FLOAT, decisionSeats LIST<STRING>
// returns: value FLOAT
// access: READ
// begins: interactions, roles
WITH people, [done IN interactions WHERE done.action.occurredAt > $tiesSince AND done.action.kind IN $tyingKinds] AS recent,
     [holding IN roles WHERE holding.role IN $decisionSeats AND holding.confidence >= $leastConfidence | holding.person] AS holders
WHERE size(holders) > 0
WITH people, recent, holders,
     reduce(users = [], done IN recent | users + [user IN done.users WHERE NOT user IN users]) AS users
WITH people + users AS everyone, size(people) AS firstOfOurs, recent, holders
WITH everyone, firstOfOurs, range(0, size(everyone) - 1) AS vertices, holders,
     [done IN recent | [i IN range(0, size(everyone) - 1) WHERE everyone[i] IN done.performers OR everyone[i] IN done.reached]] AS groups,
     [done IN recent | [i IN range(0, size(everyone) - 1) WHERE everyone[i] IN done.users]] AS ours,
     [done IN recent | [i IN range(0, size(everyone) - 1) WHERE everyone[i] IN done.acted]] AS acted
WITH vertices, firstOfOurs, [i IN vertices WHERE everyone[i] IN holders] AS deciders,
     [i IN vertices | [j IN vertices WHERE j <> i AND any(d IN range(0, size(groups) - 1) WHERE
                    (i IN groups[d] AND j IN groups[d]) OR (i IN ours[d] AND j IN acted[d]) OR (i IN acted[d] AND j IN ours[d]))]] AS tied
WITH vertices, deciders, tied, [i IN vertices WHERE i >= firstOfOurs] AS starts, range(0, 2 * size(vertices) - 1) AS places
WITH reduce(ways = {count: 0, after: [i IN vertices | -1], before: [i IN vertices | -1]}, start IN starts |
       head([came IN [reduce(came = [place IN places | CASE WHEN place % 2 = 0 AND place / 2 IN starts THEN place ELSE -1 END], round IN places |
               [place IN places | CASE
                 WHEN came[place] >= 0 THEN came[place]
                 WHEN place % 2 = 0 THEN coalesce(
                   head([j IN tied[place / 2] WHERE came[2 * j + 1] >= 0 | 2 * j + 1]),
                   CASE WHEN ways.after[place / 2] >= 0 AND came[place + 1] >= 0 THEN place + 1 ELSE -1 END)
                 WHEN place / 2 IN deciders THEN -1
                 WHEN ways.after[place / 2] < 0 THEN CASE WHEN came[place - 1] >= 0 THEN place - 1 ELSE -1 END
                 WHEN ways.after[place / 2] IN deciders THEN -1
                 WHEN came[2 * ways.after[place / 2]] >= 0 THEN 2 * ways.after[place / 2]
                 ELSE -1 END])] |
         coalesce(head([end IN deciders WHERE came[2 * end] >= 0 |
           head([way IN [reduce(way = [2 * end], place IN places |
                           CASE WHEN came[way[0]] = way[0] THEN way ELSE [came[way[0]]] + way END)] |
             {count: ways.count + 1,
              after: [i IN vertices | coalesce(
                        head([k IN range(1, size(way) - 1) WHERE way[k - 1] = 2 * i + 1 AND way[k] % 2 = 0 AND way[k] / 2 <> i | way[k] / 2]),
                        CASE WHEN any(k IN range(1, size(way) - 1) WHERE way[k] = 2 * i + 1 AND way[k - 1] % 2 = 0 AND way[k - 1] / 2 <> i)
                             THEN -1 ELSE ways.after[i] END)],
              before: [i IN vertices | coalesce(
                        head([k IN range(1, size(way) - 1) WHERE way[k] = 2 * i AND way[k - 1] % 2 = 1 AND way[k - 1] / 2 <> i | way[k - 1] / 2]),
                        CASE WHEN any(k IN range(1, size(way) - 1) WHERE way[k - 1] = 2 * i AND way[k] % 2 = 1 AND way[k] / 2 <> i)
                             THEN -1 ELSE ways.before[i] END)]}])]), ways)])) AS ways
RETURN toFloat(ways.count) AS value
