// Waits until it is this transaction's turn to write facts, which it is until it ends. Whether a telling is newer than what stands
// there is decided by reading it, and reading takes no lock: of two that were told at once, the older could win.
// params: at DATETIME
// returns: nothing
// access: WRITE
MERGE (turn:WriteTurn {writeTurnId: 'facts'})
SET turn.takenAt = $at
