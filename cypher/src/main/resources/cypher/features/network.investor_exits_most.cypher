// How many other accounts went public or were bought after that investor of the account had invested there who has most of them, as a
// logarithm: recomputes
// network.investor_exits_most.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// begins: portfolios
WITH portfolios
WHERE size(portfolios) > 0
UNWIND portfolios AS portfolio
WITH max(size(portfolio.exits)) AS most
RETURN log(1 + most) AS value
