// How often the account's open opportunities went back to a stage that usually comes before: recomputes
// opportunity.stage_regressions.
// params: accountId STRING, asOf DATETIME
// returns: value FLOAT
// access: READ
// plan: label scan, which stage comes after which is told by the opportunities of all accounts
// begins: moves
WITH opportunities, moves
WHERE any(told IN opportunities WHERE told.isOpen)
RETURN toFloat(size([move IN moves WHERE move.isReturn])) AS value
