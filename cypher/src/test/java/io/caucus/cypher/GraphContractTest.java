package io.caucus.cypher;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract against a local process. */
@Tag("neo4j")
class GraphContractTest {

    @Nested
    class Histories extends HistoryContract {

        @Override
        TestServer server() {
            return SharedServer.get();
        }
    }

    @Nested
    class Delivery extends DeliveryContract {

        @Override
        TestServer server() {
            return SharedServer.get();
        }
    }

    @Nested
    class Reading extends ReadingContract {

        @Override
        TestServer server() {
            return SharedServer.get();
        }
    }

    @Nested
    class Streams extends StreamContract {

        @Override
        TestServer server() {
            return SharedServer.get();
        }
    }

    @Nested
    class Identity extends IdentityContract {

        @Override
        TestServer server() {
            return SharedServer.get();
        }
    }

    @Nested
    class Quality extends QualityContract {

        @Override
        TestServer server() {
            return SharedServer.get();
        }
    }
}
