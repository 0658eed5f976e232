package io.caucus.cypher;

import org.junit.jupiter.api.Tag;

@Tag("neo4j")
class HistoryTest extends HistoryContract {

    @Override
    TestServer server() {
        return SharedServer.get();
    }
}
