// Share of the seats bought that are in use ÷ the median of it over all accounts
// of which it is known: recomputes product.activation.
// params: accountId STRING, asOf DATETIME, useSince DATETIME, fewestPeers INTEGER
// returns: value FLOAT
// access: READ
// plan: label scan, how all accounts use all products is what the account's use is compared with
// begins: canonical
UNWIND uses AS use
WITH use.share AS number, use.accountId = canonical AS isOwn
WHERE number IS NOT NULL
WITH percentileCont(number, 0.5) AS baseline, count(*) AS accounts, max(CASE WHEN isOwn THEN number END) AS own
WHERE accounts >= $fewestPeers AND baseline > 0 AND own IS NOT NULL
RETURN own / baseline AS value
