package io.caucus.localneo4j;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Speaks to a server as the product does. */
final class BoltClient {

    private BoltClient() {}

    static Driver driver(LocalNeo4j neo4j) {
        return GraphDatabase.driver(neo4j.uri(), AuthTokens.basic(neo4j.user(), neo4j.password()));
    }

    /** The number in column {@code n} of the first row; 0 if there are no rows. */
    static int query(LocalNeo4j neo4j, String cypher) {
        try (var driver = driver(neo4j)) {
            var rows = driver.executableQuery(cypher).execute().records();
            return rows.isEmpty() ? 0 : rows.getFirst().get("n").asInt();
        }
    }
}
