package io.caucus.localneo4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerConfigurationTest {

    @Test
    void thePortCanBeReadBack() {
        assertThat(ServerConfiguration.portIn(ServerConfiguration.of(17_687, new Memory(512, 64), false)))
                .contains(17_687);
    }

    @Test
    void anotherConfigurationHasNoPortOfOurs() {
        assertThat(ServerConfiguration.portIn("server.bolt.listen_address=:7687"))
                .isEmpty();
    }

    @Test
    void oneTransactionMayTakeAQuarterOfTheHeap() {
        assertThat(ServerConfiguration.of(1, new Memory(1024, 64), false))
                .contains("\ndb.memory.transaction.max=256m\n");
    }
}
