// How fast colleagues follow the person with the most credit: recomputes champion.median_lag_hours.
// params: accountId STRING, asOf DATETIME, silenceMillis INTEGER, lookBackMillis INTEGER, kernelScaleMillis INTEGER, kernelExponent FLOAT, pairStrength FLOAT, explicitOdds FLOAT, baseRate FLOAT, leastCredit FLOAT
// returns: value FLOAT
// access: READ
// begins: followings
CALL (credits) {
  UNWIND credits AS credit
  WITH credit.champion AS champion, sum(credit.share) AS influence
  RETURN champion AS strongest
  ORDER BY influence DESC, champion.personId
  LIMIT 1
}
UNWIND [following IN followings WHERE following.champion = strongest | following.lag] AS lag
WITH percentileCont(lag, 0.5) AS median
WHERE median IS NOT NULL
RETURN median / 3600000.0 AS value
