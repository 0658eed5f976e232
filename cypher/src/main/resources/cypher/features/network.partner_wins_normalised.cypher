// How alike the account is to those that bought, by partners (PathSim): recomputes network.partner_wins_normalised.
// params: accountId STRING, asOf DATETIME, linkType STRING, mostAccounts INTEGER
// returns: value FLOAT
// access: READ
// begins: companions
WITH companies, companions
WHERE size(companies) > 0
RETURN reduce(sum = 0.0, way IN companions | sum + 2.0 / (size(companies) + way.degree)) AS value
