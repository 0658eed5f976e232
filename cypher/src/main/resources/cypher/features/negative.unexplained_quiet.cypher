// Whether hardly any of the account's earlier stretches held as few buyer actions as the last one: recomputes
// negative.unexplained_quiet. Ends are those of the earlier stretches, the latest first.
// params: accountId STRING, asOf DATETIME, spanMillis INTEGER, pastMillis INTEGER, stepMillis INTEGER, fewestStretches INTEGER, quantile FLOAT
// returns: value FLOAT, stretches INTEGER, asQuiet INTEGER
// access: READ
// begins: actions
WITH [done IN actions | done.at] AS times, $asOf.epochMillis AS now
WHERE size(times) > 0
WITH times, now, CASE WHEN times[0] > now - $pastMillis THEN times[0] ELSE now - $pastMillis END AS earliest
WITH times, now, [i IN range(0, ($pastMillis - $spanMillis) / $stepMillis)
                  WHERE now - 2 * $spanMillis - i * $stepMillis >= earliest | now - $spanMillis - i * $stepMillis] AS ends
WHERE size(ends) >= $fewestStretches
WITH [end IN ends | size([at IN times WHERE at <= end AND at > end - $spanMillis])] AS counts,
     size([at IN times WHERE at > now - $spanMillis]) AS lately
WITH size(counts) AS stretches, size([count IN counts WHERE count <= lately]) AS asQuiet
RETURN CASE WHEN asQuiet < $quantile * stretches THEN 1.0 ELSE 0.0 END AS value, stretches, asQuiet
