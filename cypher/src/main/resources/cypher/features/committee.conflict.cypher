// The sum over people of how heavily and how surely they resist: recomputes committee.conflict. A role weight is {role, weight}.
// params: accountId STRING, asOf DATETIME, openSince DATETIME, objections LIST<STRING>, answers LIST<STRING>, roleWeights LIST<MAP>, otherWeight FLOAT, leastConfidence FLOAT
// returns: value FLOAT
// access: READ
// begins: conversations, roles
WITH people, [person IN people | {
       held: [holding IN roles WHERE holding.person = person],
       heard: [told IN conversations WHERE any(done IN actions WHERE done.action = told.engagement AND person IN done.acted)]}] AS stances
WHERE size(people) > 0
WITH [stance IN stances | {
       held: stance.held,
       heard: stance.heard,
       settled: reduce(last = null, told IN [told IN stance.heard WHERE any(signal IN told.signals WHERE signal.kind IN $answers)] |
                  CASE WHEN last > told.at THEN last ELSE told.at END)}] AS stances
WITH [stance IN stances | {
       strength: reduce(most = 0.0, sure IN [holding IN stance.held WHERE holding.role = 'BLOCKER' | holding.confidence]
                   + reduce(all = [], told IN [told IN stance.heard WHERE told.engagement.occurredAt > $openSince
                                                                      AND coalesce(told.at >= stance.settled, true)] |
                       all + [signal IN told.signals WHERE signal.kind IN $objections | signal.confidence]) |
                   CASE WHEN sure > most THEN sure ELSE most END),
       weight: coalesce(reduce(most = null, weight IN [role IN $roleWeights WHERE any(holding IN stance.held
                          WHERE holding.role = role.role AND holding.confidence >= $leastConfidence) | role.weight] |
                   CASE WHEN most > weight THEN most ELSE weight END), $otherWeight)}] AS stances
RETURN reduce(total = 0.0, stance IN stances | total + stance.weight * stance.strength) AS value
