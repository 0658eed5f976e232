// The relationship types in the graph and the properties that relationships of each have, none being a row of its own.
MATCH (from)-[relationship]->()
WHERE NOT labels(from)[0] STARTS WITH '__'
UNWIND [null] + keys(relationship) AS property
RETURN DISTINCT type(relationship) AS word, property
