package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.cypher.Neo4j;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.testkit.Neo4jServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("neo4j")
class IngestBenchTest {

    private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");

    private final EventStream stream = new EventStream(5, 20);

    @Test
    void theLimitLeavesTheVeryGraphThatCaucusLeaves() {
        var server = Neo4jServer.shared();
        try (var neo4j = Neo4j.open(server.uri(), server.user(), server.password(), InstantSource.fixed(NOW))) {
            neo4j.migrate();
            var events = stream.events("same", 0, 300);

            var byCaucus = digest(server, neo4j, () -> neo4j.factWriter().write("bench", events));
            var bare = digest(server, neo4j, () -> new BareCreate(server.driver(), "bench", NOW).write(events));

            assertThat(bare).isEqualTo(byCaucus);
        }
    }

    private String digest(Neo4jServer server, Neo4j neo4j, Runnable work) {
        server.wipe();
        List<SourcedFacts> participants = stream.participants();
        neo4j.factWriter().write("bench", participants);
        var before = neo4j.digest();
        work.run();
        var after = neo4j.digest();
        assertThat(after).isNotEqualTo(before);
        return after;
    }

    @Test
    void aSmallRunEndsWithFiguresAndAPicture(@TempDir Path folder) throws Exception {
        int exit = Main.run(
                "PERF-5",
                "--events=300",
                "--rounds=1",
                "--batch=100",
                "--accounts=10",
                "--grow=200",
                "--data=" + folder.resolve("data"),
                "--out=" + folder);

        var json = new ObjectMapper().readTree(folder.resolve("PERF-5.json").toFile());
        assertThat(exit).isZero();
        assertThat(json.get("contenders")).hasSize(2);
        assertThat(json.at("/contenders/1/ratio").doubleValue()).isPositive();
        assertThat(json.get("growth")).hasSize(10);
        assertThat(json.at("/growth/9/written").intValue()).isEqualTo(200);
        assertThat(Files.size(folder.resolve("PERF-5.png"))).isPositive();
    }

    @Test
    void aFolderThatHoldsSomethingIsNotMeasuredOn(@TempDir Path folder) {
        assertThat(Main.run("PERF-5", "--data=" + folder)).isEqualTo(2);
    }
}
