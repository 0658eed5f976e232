package io.caucus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("neo4j")
class Neo4jServerTest {

    private final Neo4jServer neo4j = Neo4jServer.shared();

    @Test
    void thereIsOneServerForAllTests() {
        assertThat(Neo4jServer.shared()).isSameAs(neo4j);
    }

    @Test
    void aWipedDatabaseIsEmptyHoweverLargeItWas() {
        neo4j.driver()
                .executableQuery("UNWIND range(1, $nodes) AS n CREATE (:Thing)-[:NEXT_TO]->(:Thing)")
                .withParameters(Map.of("nodes", 6_000))
                .execute();

        neo4j.wipe();

        assertThat(count()).isZero();
    }

    @Test
    void anEmptyDatabaseMayBeWiped() {
        neo4j.wipe();

        assertThat(count()).isZero();
    }

    private int count() {
        var counted = neo4j.driver()
                .executableQuery("MATCH (node) RETURN count(node) AS n")
                .execute();
        return counted.records().getFirst().get("n").asInt();
    }
}
