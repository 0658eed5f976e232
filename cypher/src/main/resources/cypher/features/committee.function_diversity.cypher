// exp(entropy) of the known functions of people engaged in the window: recomputes committee.function_diversity. Of several jobs
// that somebody holds at the account the latest counts.
// params: accountId STRING, asOf DATETIME, since DATETIME
// returns: value FLOAT
// access: READ
// begins: actions
UNWIND range(0, size(people) - 1) AS i
WITH people[i] AS person, jobs[i].function AS function, actions
WHERE function <> 'UNKNOWN' AND any(done IN actions WHERE done.action.occurredAt > $since AND person IN done.acted)
WITH function, count(person) AS people
WITH collect(people) AS counts, toFloat(sum(people)) AS total
WHERE total > 0
RETURN exp(reduce(entropy = 0.0, people IN counts | entropy - people / total * log(people / total))) AS value
