package io.caucus.localneo4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GplSeparationTest {

    @Test
    void noClassOfTheServerIsOnOurClassPath() {
        assertThatThrownBy(() -> Class.forName("org.neo4j.server.Neo4jCommunity"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> Class.forName("org.neo4j.graphdb.GraphDatabaseService"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
