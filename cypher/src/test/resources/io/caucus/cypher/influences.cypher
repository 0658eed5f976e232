MATCH (from:Person)-[influence:INFLUENCED]->(to:Person)
RETURN from.personId AS from, to.personId AS to, influence {.*} AS properties
