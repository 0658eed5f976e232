// Freeman's centralization of betweenness among the people who have a tie to a colleague: recomputes
// committee.betweenness_centralization. From everyone the distances and numbers of shortest ways spread step by step; somebody lies
// between two others if the distances to them add up to theirs.
// params: accountId STRING, asOf DATETIME, tiesSince DATETIME, tyingKinds LIST<STRING>
// returns: value FLOAT
// access: READ
// begins: interactions
WITH people, range(0, size(people) - 1) AS everyone,
     [done IN interactions WHERE done.action.occurredAt > $tiesSince AND done.action.kind IN $tyingKinds] AS recent
WITH everyone, [done IN recent | [i IN everyone WHERE people[i] IN done.performers OR people[i] IN done.reached]] AS groups
WITH everyone, [i IN everyone | [j IN everyone WHERE j <> i AND any(group IN groups WHERE i IN group AND j IN group)]] AS colleagues
WITH everyone, colleagues, [i IN everyone WHERE size(colleagues[i]) > 0] AS tied
WHERE size(tied) > 2
WITH tied, [start IN everyone | reduce(
       ways = {distance: [i IN everyone | CASE WHEN i = start THEN 0 ELSE -1 END],
               count: [i IN everyone | CASE WHEN i = start THEN 1.0 ELSE 0.0 END]},
       round IN range(1, size(tied) - 1) |
       {distance: [i IN everyone | CASE WHEN ways.distance[i] < 0 AND any(j IN colleagues[i] WHERE ways.distance[j] = round - 1)
                                        THEN round ELSE ways.distance[i] END],
        count: [i IN everyone | CASE WHEN ways.distance[i] < 0
                                     THEN reduce(sum = 0.0, j IN colleagues[i] |
                                            CASE WHEN ways.distance[j] = round - 1 THEN sum + ways.count[j] ELSE sum END)
                                     ELSE ways.count[i] END]})] AS ways
WITH tied, [i IN tied | reduce(sum = 0.0, pair IN reduce(pairs = [], s IN tied | pairs + [t IN tied WHERE s < t AND s <> i AND t <> i | [s, t]]) |
       CASE WHEN ways[pair[0]].distance[i] > 0 AND ways[i].distance[pair[1]] > 0
                 AND ways[pair[0]].distance[i] + ways[i].distance[pair[1]] = ways[pair[0]].distance[pair[1]]
            THEN sum + ways[pair[0]].count[i] * ways[i].count[pair[1]] / ways[pair[0]].count[pair[1]]
            ELSE sum END)] AS between
WITH tied, between, reduce(most = 0.0, one IN between | CASE WHEN one > most THEN one ELSE most END) AS most
RETURN reduce(gap = 0.0, one IN between | gap + most - one)
       / ((size(tied) - 1.0) * (size(tied) - 1.0) * (size(tied) - 2.0) / 2) AS value
