package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreachableServerTest {

    /** The least of the limits the driver has by itself: what is given up sooner was given up by ours, on any machine. */
    private static final Duration THE_DRIVERS_OWN = Duration.ofSeconds(30);

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void aServerThatTakesConnectionsAndSaysNothingIsGivenUpByOurOwnLimit() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertGivenUpByOurOwnLimit(silent.getLocalPort());
        }
    }

    @Test
    void aServerThatIsNotThereIsGivenUpByOurOwnLimit() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertGivenUpByOurOwnLimit(port);
    }

    @Test
    void aSchemaIsNotBroughtUpToDateOnAServerThatIsNotThere() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var uri = URI.create("bolt://127.0.0.1:" + port);

        try (var neo4j = Neo4j.open(uri, "neo4j", "irrelevant", InstantSource.fixed(NOW))) {
            assertThatExceptionOfType(GraphUnavailable.class).isThrownBy(neo4j::migrate);
        }
    }

    private static void assertGivenUpByOurOwnLimit(int port) {
        var uri = URI.create("bolt://127.0.0.1:" + port);
        try (var neo4j = Neo4j.open(uri, "neo4j", "irrelevant", InstantSource.fixed(NOW))) {
            long before = System.nanoTime();

            assertThatExceptionOfType(GraphUnavailable.class)
                    .isThrownBy(() -> neo4j.accountGraph().histories(List.of(new AccountId("test:a")), new AsOf(NOW)));

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(THE_DRIVERS_OWN);
        }
    }
}
