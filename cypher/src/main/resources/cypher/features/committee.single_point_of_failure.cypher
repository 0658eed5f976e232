// 1 if taking out one person who decides nothing leaves no path of ties from us to a holder of a decision seat: recomputes
// committee.single_point_of_failure by taking out each in turn, and names them.
// params: accountId STRING, asOf DATETIME, tiesSince DATETIME, tyingKinds LIST<STRING>, leastConfidence FLOAT, decisionSeats LIST<STRING>
// returns: value FLOAT, cutPoints LIST<STRING>
// access: READ
// begins: interactions, roles
WITH people, range(0, size(people) - 1) AS everyone,
     [done IN interactions WHERE done.action.occurredAt > $tiesSince AND done.action.kind IN $tyingKinds] AS recent,
     [holding IN roles WHERE holding.role IN $decisionSeats AND holding.confidence >= $leastConfidence | holding.person] AS holders
WITH people, everyone, [i IN everyone WHERE people[i] IN holders] AS deciders,
     [done IN recent | [i IN everyone WHERE people[i] IN done.performers OR people[i] IN done.reached]] AS groups,
     [done IN recent WHERE size(done.users) > 0 | [i IN everyone WHERE people[i] IN done.acted]] AS dealtWithUs
WITH people, deciders, [-1] + [i IN everyone WHERE NOT i IN deciders] AS candidates, everyone, groups,
     [i IN everyone WHERE any(acted IN dealtWithUs WHERE i IN acted)] AS starts
UNWIND candidates AS without
WITH people, deciders, without, reduce(seen = [i IN starts WHERE i <> without], round IN everyone |
       [i IN everyone WHERE i <> without
         AND (i IN seen OR any(group IN groups WHERE i IN group AND any(j IN group WHERE j IN seen)))]) AS seen
WITH people, without, any(decider IN deciders WHERE decider IN seen) AS connected
WITH people, collect(CASE WHEN without = -1 AND connected THEN true END) AS ways,
     collect(CASE WHEN without >= 0 AND NOT connected THEN without END) AS cuts
WHERE size(ways) > 0
RETURN CASE WHEN size(cuts) > 0 THEN 1.0 ELSE 0.0 END AS value, [i IN cuts | people[i].personId] AS cutPoints
