// How many other accounts went public or were bought after the account's investors had invested there, each halved with every half-life
// since, as a logarithm: recomputes
// network.investor_exits_decayed.
// params: accountId STRING, asOf DATETIME, exitHalfLifeMillis INTEGER
// returns: value FLOAT
// access: READ
// begins: portfolios
WITH portfolios
WHERE size(portfolios) > 0
RETURN log(1 + reduce(sum = 0.0, portfolio IN portfolios | sum + reduce(faded = 0.0, at IN portfolio.exits |
  faded + 0.5 ^ (toFloat($asOf.epochMillis - at.epochMillis) / $exitHalfLifeMillis)))) AS value
