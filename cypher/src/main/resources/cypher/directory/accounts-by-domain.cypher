// The accounts that sources know by each internet domain.
// params: domains LIST<STRING>
// returns: domain STRING, keys LIST<STRING>
// access: READ
UNWIND $domains AS domain
MATCH (account:Account {domain: domain})
WHERE coalesce(size(account.deletions) % 2 = 0, true)
RETURN domain, collect(account.accountId) AS keys
