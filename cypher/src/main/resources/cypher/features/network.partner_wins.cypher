// How many ways lead through the account's partners to other accounts that bought, as a logarithm: recomputes network.partner_wins.
// params: accountId STRING, asOf DATETIME, linkType STRING, mostAccounts INTEGER
// returns: value FLOAT
// access: READ
// begins: companions
WITH companies, companions
WHERE size(companies) > 0
RETURN log(1 + size(companions)) AS value
