// Keeps the decision that two records are one, as it stands: with its end if it was undone.
// params: one STRING, other STRING, merge MAP
// returns: nothing
// access: WRITE
MERGE (one:Account {accountId: $one})
MERGE (other:Account {accountId: $other})
MERGE (one)-[same:SAME_AS {key: $merge.key}]->(other)
SET same = $merge
