// Share of the engaged people in the connected component that holds most of them: recomputes committee.cohesion. Everyone begins
// with a label of their own and takes the least in any group they took part with, as often as there are people; then those
// who can reach each other have the same label.
// params: accountId STRING, asOf DATETIME, since DATETIME, tiesSince DATETIME, tyingKinds LIST<STRING>
// returns: value FLOAT
// access: READ
// begins: interactions
WITH people, range(0, size(people) - 1) AS everyone, [done IN interactions WHERE done.action.occurredAt > $tiesSince] AS recent
WITH everyone,
     [done IN recent WHERE done.action.kind IN $tyingKinds |
       [i IN everyone WHERE people[i] IN done.performers OR people[i] IN done.reached]] AS groups,
     [done IN recent WHERE done.action.occurredAt > $since | [i IN everyone WHERE people[i] IN done.acted]] AS actedLately
WITH everyone, groups, [i IN everyone WHERE any(acted IN actedLately WHERE i IN acted)] AS engaged
WHERE size(engaged) > 1
WITH engaged, reduce(labels = everyone, round IN everyone |
       [i IN everyone | reduce(least = labels[i], group IN groups |
         CASE WHEN i IN group THEN reduce(low = least, j IN group | CASE WHEN labels[j] < low THEN labels[j] ELSE low END)
              ELSE least END)]) AS labels
RETURN reduce(share = 0.0, label IN labels |
         CASE WHEN toFloat(size([i IN engaged WHERE labels[i] = label])) / size(engaged) > share
              THEN toFloat(size([i IN engaged WHERE labels[i] = label])) / size(engaged) ELSE share END) AS value
