// Distinct channels through which activations were brought about: recomputes champion.channels.
// params: accountId STRING, asOf DATETIME, silenceMillis INTEGER, lookBackMillis INTEGER, kernelScaleMillis INTEGER, kernelExponent FLOAT, pairStrength FLOAT, explicitOdds FLOAT, baseRate FLOAT, leastCredit FLOAT, channels MAP
// returns: value INTEGER
// access: READ
// begins: followings
WITH followings, activations
WHERE any(activation IN activations WHERE activation.person <> activations[0].person)
CALL (followings) {
  UNWIND followings AS following
  RETURN count(DISTINCT $channels[following.kind]) AS value
}
RETURN value
