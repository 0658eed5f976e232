package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.cypher.Neo4j;
import io.caucus.testkit.Neo4jServer;
import io.caucus.world.World;
import io.caucus.world.WorldSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PlantedBenchTest {

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    /** Named three times, right once; planted twice. */
    @Test
    void precisionIsOfWhatWasNamedAndRecallOfWhatWasPlanted() {
        var findings = new Findings();

        findings.add(Optional.of("ana"), Optional.of("ana"));
        findings.add(Optional.of("bo"), Optional.of("cy"));
        findings.add(Optional.of("dee"), Optional.empty());
        findings.add(Optional.empty(), Optional.empty());

        assertThat(findings.precision()).isEqualTo(1.0 / 3);
        assertThat(findings.recall()).isEqualTo(1.0 / 2);
        assertThat(findings.planted()).isEqualTo(2);
    }

    @Test
    @Tag("neo4j")
    void aSmallWorldIsJudgedFromItsStoriesOn() {
        var server = Neo4jServer.shared();
        server.wipe();
        try (var neo4j =
                Neo4j.open(server.uri(), server.user(), server.password(), InstantSource.fixed(WorldBench.END))) {
            neo4j.migrate();
            PlantedBench.run(
                    World.generate(new WorldSettings(1, 12, WorldBench.END)), neo4j, new PrintWriter(said));
        }

        assertThat(said.toString())
                .contains("Caucus, by effect", "last colleague within a day", "STATED", "ghosted after the price")
                .containsPattern("who forwarded most +[2-9] +[01]\\.\\d{3} +1\\.000")
                .containsPattern("stages: 0\\.\\d{3} exact")
                .containsPattern("UNAWARE +\\d+ ");
    }

    @Test
    void theRateOfAWorldIsToldWithWhatIsInIt() {
        int exit = run("WORLD", "--accounts=20");

        assertThat(exit).isZero();
        assertThat(said.toString()).containsPattern("20 accounts, \\d{3} people, [\\d,]+ engagements; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORLD", "TRUTH-6"})
    void aWorldWithoutRoomForItsStoriesIsRefused(String benchmark) {
        int exit = run(benchmark, "--accounts=7");

        assertThat(exit).isEqualTo(2);
        assertThat(complained.toString()).contains("--accounts is 7, must be 8 or more");
    }

    private int run(String... arguments) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complained))
                .execute(arguments);
    }
}
