package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.FeatureCatalogue;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.HistoryOracle;
import io.caucus.world.Pattern;
import io.caucus.world.ToldAccount;
import io.caucus.world.World;
import io.caucus.world.WorldSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
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

    /** Without the stories, one of which takes longer than all others. */
    @Test
    void whatIsFoundOfASmallWorldIsToldBesideSimpleRules() {
        var end = new AsOf(WorldBench.END);
        var told = World.generate(new WorldSettings(1, 40, WorldBench.END))
                .accounts()
                .skip(WorldSettings.STORY_ACCOUNTS)
                .toList();
        var facts = told.stream()
                .flatMap(account -> account.records().stream())
                .flatMap(record -> record.facts().stream())
                .toList();
        var catalogue = FeatureCatalogue.standard();
        var verdict = new PlantedVerdict(catalogue.parameters());

        for (ToldAccount account : told) {
            var history = HistoryOracle.history(account.truth().account(), end, facts);
            verdict.add(account.truth(), history, catalogue.compute(history, Peers.NONE));
        }
        verdict.print(new PrintWriter(said));

        var led = told.stream()
                .filter(account -> account.truth().pattern() == Pattern.CHAMPION_LED)
                .count();
        assertThat(led).isPositive();
        assertThat(said.toString())
                .contains("Caucus, by effect", "last colleague within a day", "STATED", "ghosted after the price")
                .containsPattern("who forwarded most +" + led + " +1\\.000 +1\\.000")
                .containsPattern("stages: 0\\.\\d{3} exact");
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
