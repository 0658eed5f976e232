package io.caucus.localneo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start that was killed anywhere is made good by the next. */
@Tag("neo4j")
class FirstStartTest {

    @TempDir
    Path dataFolder;

    @AfterEach
    void stop() {
        LocalNeo4j.stop(dataFolder);
    }

    @Test
    void aFirstStartThatWasKilledAfterThePasswordWasDrawnIsMadeGood() throws Exception {
        try (var other = OtherProcess.launch(dataFolder)) {
            Await.until(() -> Files.exists(dataFolder.resolve("neo4j/password")));
            other.kill();
        }
        var drawn = Files.readString(dataFolder.resolve("neo4j/password")).strip();

        var next = LocalNeo4j.start(TestSettings.on(dataFolder));

        assertThat(next.password()).isEqualTo(drawn);
        assertThat(BoltClient.query(next, "RETURN 1 AS n")).isEqualTo(1);
        next.close();
    }

    /** The worst moment to be killed in, between two steps of the server that are hard to hit: stores and no logs yet. */
    @Test
    void aFirstStartThatWasKilledWithItsServerBeginsAnew() throws Exception {
        try (var other = OtherProcess.launch(dataFolder)) {
            Await.until(() -> Files.exists(dataFolder.resolve("neo4j/data/transactions/system")));
            other.kill();
        }
        var server = LocalNeo4j.running(dataFolder).orElseThrow().pid();
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        Await.until(() -> LocalNeo4j.running(dataFolder).isEmpty());
        DataFolder.find(dataFolder).orElseThrow().deleteAll(dataFolder.resolve("neo4j/data/transactions/system"));

        var next = LocalNeo4j.start(TestSettings.on(dataFolder));

        assertThat(BoltClient.query(next, "RETURN 1 AS n")).isEqualTo(1);
        next.close();
    }
}
