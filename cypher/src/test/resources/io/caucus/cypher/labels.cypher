// The properties that nodes of each label have, but for what the migrations keep about themselves.
MATCH (node)
UNWIND labels(node) AS word
WITH word, node
WHERE NOT word STARTS WITH '__'
UNWIND keys(node) AS property
RETURN DISTINCT word, property
