// The most colleagues that followed one action of somebody in time: recomputes champion.colleagues_in_7d.
// params: accountId STRING, asOf DATETIME, silenceMillis INTEGER, lookBackMillis INTEGER, kernelScaleMillis INTEGER, kernelExponent FLOAT, pairStrength FLOAT, explicitOdds FLOAT, baseRate FLOAT, leastCredit FLOAT, followMillis INTEGER
// returns: value INTEGER
// access: READ
// begins: followings
WITH interactions, activations, followings
WHERE any(activation IN activations WHERE activation.person <> activations[0].person)
CALL (interactions, followings) {
  UNWIND interactions AS done
  UNWIND [following IN followings WHERE following.champion IN done.acted
          AND following.activatedAt > done.at AND following.activatedAt <= done.at + $followMillis] AS following
  WITH done.action AS action, following.champion AS champion, count(DISTINCT following.colleague) AS followers
  RETURN max(followers) AS most
}
RETURN coalesce(most, 0) AS value
