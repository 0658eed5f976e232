package io.caucus.cypher;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A server that a contract test runs against, with the schema in place. */
record TestServer(URI uri, String user, String password, Driver driver) {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-06-02T08:00:00Z"));

    static TestServer at(URI uri, String user, String password) {
        var driver = GraphDatabase.driver(uri, AuthTokens.basic(user, password));
        GraphSchema.migrate(driver);
        try (var neo4j = Neo4j.open(uri, user, password, CLOCK).patient()) {
            neo4j.prepare();
        }
        return new TestServer(uri, user, password, driver);
    }

    /** How fast a machine is, is none of a test's business. */
    Neo4j open() {
        return Neo4j.open(uri, user, password, CLOCK).patient();
    }

    /** Deletes all nodes and relationships; constraints and indexes stay. */
    void wipe() {
        try (var session = driver.session()) {
            session.run(TestStatements.text("/io/caucus/testkit/wipe.cypher")).consume();
        }
    }
}
