// How many other accounts went public or were bought after the account's investors had invested there, as a logarithm: recomputes
// network.investor_exits.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: portfolios
WITH portfolios
WHERE size(portfolios) > 0
RETURN log(1 + reduce(sum = 0, portfolio IN portfolios | sum + size(portfolio.exits))) AS value
