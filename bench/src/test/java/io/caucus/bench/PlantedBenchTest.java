package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureValue;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.features.committee.CommitteeParameters;
import io.caucus.features.committee.CommitteeStage;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.HistoryOracle;
import io.caucus.world.Pattern;
import io.caucus.world.ToldAccount;
import io.caucus.world.TrueStage.Standing;
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
                .containsPattern("counting who is engaged +0\\.\\d{3}");
        assertThat(verdict.json()).containsOnlyKeys("champions", "ghosted", "triggers", "seats", "stages");
        assertThat(verdict.chart("TRUTH-6").getSeriesMap())
                .containsOnlyKeys("Caucus", "counting who is engaged", "the commonest of all");
    }

    /** Of three accounts two are alike: one is found, and heads are counted rightly in one. */
    @Test
    void stagesAreJudgedByTheShareOfAccounts() {
        var nobody = CommitteeMap.of(AccountStory.of("ana: MANAGER").history(), CommitteeParameters.DEFAULT);
        var one = CommitteeMap.of(
                AccountStory.of("ana: MANAGER\nana visits 3d ago").history(), CommitteeParameters.DEFAULT);
        var findings = new StageFindings();

        findings.add(Standing.SINGLE_THREADED, FeatureValue.of(CommitteeStage.SINGLE_THREADED), one);
        findings.add(Standing.SINGLE_THREADED, FeatureValue.of(CommitteeStage.REGRESSING), nobody);
        findings.add(Standing.COMPLETE, FeatureValue.of(CommitteeStage.FORMING), one);

        assertThat(findings.exact())
                .containsExactly(
                        entry("Caucus", 1 / 3.0),
                        entry("counting who is engaged", 1 / 3.0),
                        entry("the commonest of all", 2 / 3.0));
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
