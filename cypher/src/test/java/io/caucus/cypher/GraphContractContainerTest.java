package io.caucus.cypher;

import java.net.URI;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.neo4j.Neo4jContainer;

/** The contract against the published image, on fewer random worlds than against the local server, which is of the same version. */
@Tag("container")
@ExtendWith(GraphContractContainerTest.SaysWhyItSkips.class)
@Testcontainers(disabledWithoutDocker = true)
class GraphContractContainerTest {

    private static final String USER = "neo4j";
    private static final int WORLDS = 2;

    @Container
    private static final Neo4jContainer CONTAINER =
            new Neo4jContainer("neo4j:2026.08-community").withAdminPassword("for-tests-only");

    private static TestServer server;

    @BeforeAll
    static void connect() {
        server = TestServer.at(URI.create(CONTAINER.getBoltUrl()), USER, CONTAINER.getAdminPassword());
    }

    @Nested
    class Histories extends HistoryContract {

        static LongStream seeds() {
            return LongStream.rangeClosed(1, WORLDS);
        }

        static LongStream seedsOfRetoldWorlds() {
            return LongStream.rangeClosed(1, WORLDS);
        }

        @Override
        TestServer server() {
            return server;
        }
    }

    @Nested
    class Delivery extends DeliveryContract {

        static LongStream seeds() {
            return LongStream.rangeClosed(1, WORLDS);
        }

        @Override
        TestServer server() {
            return server;
        }
    }

    @Nested
    class Reading extends ReadingContract {

        @Override
        TestServer server() {
            return server;
        }
    }

    @Nested
    class Streams extends StreamContract {

        @Override
        TestServer server() {
            return server;
        }
    }

    /** A skipped test is easily overlooked. */
    static final class SaysWhyItSkips implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                System.out.println("skipped: no container engine");
            }
            return ConditionEvaluationResult.enabled("it only speaks");
        }
    }
}
