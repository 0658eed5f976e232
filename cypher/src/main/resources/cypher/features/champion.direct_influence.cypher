// The sum of credits for colleagues' activations, of the person who has most: recomputes champion.direct_influence.
// params: accountId STRING, asOf DATETIME, silenceMillis INTEGER, lookBackMillis INTEGER, kernelScaleMillis INTEGER, kernelExponent FLOAT, pairStrength FLOAT, explicitOdds FLOAT, baseRate FLOAT
// returns: value FLOAT
// access: READ
// begins: credits
WITH credits, activations
WHERE any(activation IN activations WHERE activation.person <> activations[0].person)
CALL (credits) {
  UNWIND credits AS credit
  WITH credit.champion AS champion, sum(credit.share) AS influence
  RETURN max(influence) AS most
}
RETURN coalesce(most, 0.0) AS value
