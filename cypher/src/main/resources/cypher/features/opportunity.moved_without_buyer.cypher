// How often the account's open opportunities advanced although no buyer had acted for a while: recomputes
// opportunity.moved_without_buyer.
// params: accountId STRING, asOf DATETIME, quietMillis INTEGER
// returns: value FLOAT
// access: READ
// plan: label scan, which stage comes after which is told by the opportunities of all accounts
// begins: actions, moves
WITH opportunities, [move IN moves WHERE move.isAdvance
                     AND none(done IN actions WHERE done.at <= move.at AND done.at > move.at - $quietMillis)] AS unprompted
WHERE any(told IN opportunities WHERE told.isOpen)
RETURN toFloat(size(unprompted)) AS value
