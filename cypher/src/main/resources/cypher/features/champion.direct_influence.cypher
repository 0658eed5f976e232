// The sum of credits for colleagues' activations, of the person who has most: recomputes champion.direct_influence. An
// activation is somebody's first buyer action or the first after silence; earlier actions of colleagues share the credit for
// it with chance.
// params: accountId STRING, asOf DATETIME, silenceMillis INTEGER, lookBackMillis INTEGER, kernelScaleMillis INTEGER, kernelExponent FLOAT, pairStrength FLOAT, explicitOdds FLOAT, baseRate FLOAT
// returns: value FLOAT
// access: READ
// begins: interactions
WITH [done IN interactions | {at: done.at, acted: done.acted, named: done.reached,
       reach: size(done.performers) + size([person IN done.reached WHERE NOT person IN done.performers]) - 1}] AS actions
CALL (actions) {
  UNWIND actions AS action
  UNWIND action.acted AS person
  RETURN count(DISTINCT person) AS peopleWhoActed
}
WITH actions, peopleWhoActed
WHERE peopleWhoActed > 1
CALL (actions) {
  UNWIND actions AS action
  UNWIND action.acted AS person
  WITH actions, person, collect(action) AS own
  UNWIND [i IN range(0, size(own) - 1) WHERE i = 0 OR own[i].at - own[i - 1].at >= $silenceMillis | own[i]] AS activation
  WITH person, activation, [action IN actions WHERE action.at < activation.at
                            AND action.at > activation.at - $lookBackMillis] AS earlier
  CALL (person, activation, earlier) {
    UNWIND earlier AS action
    UNWIND action.acted AS colleague
    WITH person, activation, action, colleague
    WHERE colleague <> person
    RETURN collect({colleague: colleague, weight: $pairStrength
      * CASE WHEN person IN action.named OR colleague IN activation.named THEN $explicitOdds ELSE 1.0 END
      * (1 + toFloat(activation.at - action.at) / $kernelScaleMillis) ^ (-$kernelExponent)
      / CASE WHEN action.reach > 1 THEN action.reach ELSE 1 END}) AS weights
  }
  WITH weights, reduce(total = $baseRate, weighed IN weights | total + weighed.weight) AS total
  UNWIND weights AS weighed
  WITH weighed.colleague AS colleague, sum(weighed.weight / total) AS credit
  RETURN max(credit) AS most
}
RETURN coalesce(most, 0.0) AS value
