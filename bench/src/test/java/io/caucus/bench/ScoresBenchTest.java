package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.learn.LearningTable;
import io.caucus.scoring.learn.Question;
import io.caucus.scoring.learn.SchemaFile;
import io.caucus.world.Tie;
import io.caucus.world.TrueDeal;
import io.caucus.world.World;
import io.caucus.world.WorldSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoresBenchTest {

    private static final Instant BEGUN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(90);

    /** A deal of three months whose second stage begins after one. */
    private static TrueDeal deal() {
        return new TrueDeal(
                new OpportunityId("o-1"),
                days(91),
                0.4,
                new TreeSet<>(List.of(Tie.REFERRED)),
                Outcome.WON,
                List.of(new TrueDeal.Step(BEGUN, 0.4, 0.3), new TrueDeal.Step(days(30), 0.5, 0.35)));
    }

    private static Instant days(int after) {
        return BEGUN.plus(Duration.ofDays(after));
    }

    private static LearningTable.Row row(String deal, Instant cutoff, boolean success) {
        return new LearningTable.Row(
                new Question(deal, cutoff, new double[0], new String[0]),
                deal,
                success,
                success,
                Optional.empty(),
                new boolean[0],
                Optional.empty(),
                Double.NaN,
                false);
    }

    @Test
    void theChanceOfARowIsThatOfTheStageItIsInIfItIsDecidedInTime() {
        var chances = new PlantedChances(HORIZON);
        chances.add(deal(), BEGUN);
        chances.add(deal(), days(1));
        chances.add(deal(), days(30));
        chances.add(deal(), days(91));

        assertThat(chances.find(row("o-1", BEGUN, false)))
                .as("a day too late")
                .hasValue(new PlantedChances.Chance(0, 0));
        assertThat(chances.find(row("o-1", days(1), false))).hasValue(new PlantedChances.Chance(0.4, 0.3));
        assertThat(chances.find(row("o-1", days(30), false))).hasValue(new PlantedChances.Chance(0.5, 0.35));
        assertThat(chances.find(row("o-1", days(91), false)))
                .as("decided by then")
                .hasValue(new PlantedChances.Chance(0, 0));
        assertThat(chances.find(row("o-2", BEGUN, false))).isEmpty();
    }

    /** Of a hundred rows told 0.2 a tenth is planted and a fifth happened, of a hundred told 0.6 just that. */
    @Test
    void calibrationIsHeldAgainstWhatHappenedAndAgainstWhatWasPlanted() {
        var rows = new ArrayList<ToldRow>();
        IntStream.range(0, 100)
                .forEach(row -> rows.add(new ToldRow("a" + row, 0.2, 0.15, 0.25, 0.1, 0.1, row % 5 == 0)));
        IntStream.range(0, 100)
                .forEach(row -> rows.add(new ToldRow("b" + row, 0.6, 0.55, 0.65, 0.6, 0.6, row % 5 < 3)));

        var findings = new ReliabilityFindings(rows, 1);

        assertThat(findings.tenths())
                .extracting(ReliabilityFindings.Tenth::rows)
                .containsExactly(100, 100);
        assertThat(findings.error()).isCloseTo(0, within(1e-12));
        assertThat(findings.errorAgainstTruth()).isCloseTo(0.05, within(1e-12));
        assertThat(findings.coveredRows().value()).isCloseTo(0.5, within(1e-12));
        assertThat(findings.coveredTenths()).isCloseTo(0.5, within(1e-12));
    }

    /** Whoever tells everybody their very chance errs by luck alone. */
    @Test
    void theErrorByLuckIsThatOfWhoeverTellsTheTruth() {
        var random = new SplittableRandom(5);
        double errors = 0;
        double expected = 0;
        int beyond = 0;
        for (int world = 0; world < 40; world++) {
            var rows = IntStream.range(0, 500)
                    .mapToObj(row -> {
                        double chance = random.nextDouble();
                        return new ToldRow(
                                "a" + row, chance, chance, chance, chance, chance, random.nextDouble() < chance);
                    })
                    .toList();
            var findings = new ReliabilityFindings(rows, world);
            errors += findings.error() / 40;
            expected += findings.errorByLuck().value() / 40;
            beyond += findings.error() > findings.errorByLuck().high() ? 1 : 0;
        }

        assertThat(errors).isCloseTo(expected, within(0.004));
        assertThat(beyond).as("5 of 100").isLessThan(7);
    }

    @Test
    void chancesAreMovedToTheMeanOfOthersInOneOrder() {
        var rows = List.of(told("a", 0.5, 0.2), told("b", 0.7, 0.4), told("c", 0, 0));

        double[] moved = UpliftFindings.ofTheSameMean(rows, ToldRow::withoutTies, ToldRow::planted);

        assertThat(moved[0] + moved[1]).isCloseTo(1.2, within(1e-9));
        assertThat(moved[0]).isLessThan(moved[1]);
        assertThat(logOdds(moved[1]) - logOdds(moved[0])).isCloseTo(logOdds(0.4) - logOdds(0.2), within(1e-9));
        assertThat(moved[2]).isZero();
    }

    private static double logOdds(double chance) {
        return Math.log(chance / (1 - chance));
    }

    private static ToldRow told(String group, double planted, double withoutTies) {
        return new ToldRow(group, 0.5, 0.4, 0.6, planted, withoutTies, false);
    }

    /** Two rows of chance 0.8 and 0.2: whoever tells them apart is right in 4 of 5, whoever does not says a half of each. */
    @Test
    void whatIsToBeExpectedOfChancesHasNoLuckInIt() {
        var rows = List.of(told("a", 0.8, 0.5), told("b", 0.2, 0.5));

        var uplift = UpliftFindings.Uplift.expected(rows, new double[] {0.8, 0.2}, new double[] {0.5, 0.5}, 1);

        double entropy = -0.8 * Math.log(0.8) - 0.2 * Math.log(0.2);
        assertThat(uplift.logLoss().value()).isCloseTo(Math.log(2) - entropy, within(1e-12));
        assertThat(uplift.averagePrecision().value()).isCloseTo(0.8 * 0.8 + 0.2 * 0.5 - 0.5, within(1e-12));
    }

    @Test
    void anUpliftIsRecoveredWhereItsIntervalLiesAboveNothingAndHoldsWhatTiesAreWorth() {
        assertThat(isRecovered(new Interval(0.03, 0.01, 0.05))).isTrue();
        assertThat(isRecovered(new Interval(0.03, -0.01, 0.05))).isFalse();
        assertThat(isRecovered(new Interval(0.01, 0.005, 0.015))).isFalse();
    }

    private static boolean isRecovered(Interval found) {
        var worth = new UpliftFindings.Uplift(new Interval(0.02, 0, 0.04), new Interval(0.02, 0, 0.04));
        var network = new UpliftFindings.Uplift(found, found);
        return new UpliftFindings(network, network, worth).goals().stream().allMatch(Goal::isMet);
    }

    @Test
    void tenthsAreAsManyAsThereAreRowsForThem() {
        var rows = IntStream.range(0, 104)
                .mapToObj(row -> new ToldRow("a" + row, row / 200.0, 0, 1, 0.5, 0.5, false))
                .toList();

        assertThat(new ReliabilityFindings(rows, 1).tenths())
                .hasSize(10)
                .allSatisfy(tenth -> assertThat(tenth.rows()).isBetween(10, 11));
    }

    /** Of visits nothing but drift makes chats: what they said goes with them. */
    @Test
    void aChatIsTakenForTheVisitThatItWouldHaveBeen() {
        var facts = World.generate(new WorldSettings(2, 20, WorldBench.END))
                .accounts()
                .flatMap(account -> account.records().stream())
                .flatMap(record -> record.facts().stream())
                .toList();
        var chats = facts.stream()
                .filter(Engagement.class::isInstance)
                .map(Engagement.class::cast)
                .filter(engagement -> engagement.kind() == EngagementKind.CHAT)
                .toList();

        var told = WinTable.Telling.WITHOUT_CHATS.of(facts);

        var drift = WorldBench.END.minus(Duration.ofDays(101));
        assertThat(chats).isNotEmpty().allMatch(chat -> chat.time().occurredAt().isAfter(drift));
        assertThat(told)
                .filteredOn(Engagement.class::isInstance)
                .extracting(fact -> ((Engagement) fact).kind())
                .doesNotContain(EngagementKind.CHAT);
        assertThat(told.stream().filter(Engagement.class::isInstance).count())
                .isEqualTo(facts.stream().filter(Engagement.class::isInstance).count());
        var ids = chats.stream().map(Engagement::id).toList();
        assertThat(facts).anyMatch(fact -> fact instanceof SignalReading reading && ids.contains(reading.engagement()));
        assertThat(told).noneMatch(fact -> fact instanceof SignalReading reading && ids.contains(reading.engagement()));
    }

    @Test
    void whatIsFoundCanBeWritten(@TempDir Path folder) throws IOException {
        var found = Map.<String, Object>of(
                "leaks", List.of(new LeakFindings.Offered("a", "b", false, "", List.of("c"))),
                "drift", List.of(new DriftFindings.Window("2026-07", 1, true, 2, List.of("d"))),
                "pairs", List.of(new DriftFindings.Pair("2026-08", 1, 2, List.of("e"), List.of())),
                "reliability", new ReliabilityFindings(List.of(told("a", 0.8, 0.5)), 1).json());
        var chart = new ReliabilityFindings(List.of(told("a", 0.8, 0.5)), 1).chart("told");

        new Figures("FOUND", found, chart).save(folder, new PrintWriter(new StringWriter()));

        assertThat(folder.resolve("FOUND.json")).content().contains("\"leak\" : \"a\"", "2026-07", "coveredTenths");
        assertThat(folder.resolve("FOUND.png")).isNotEmptyFile();
    }

    @Test
    void shuffledOutcomesAreThoseOfOthersOfTheSameMonth() {
        var rows = new ArrayList<LearningTable.Row>();
        IntStream.range(0, 200).forEach(row -> rows.add(row("o-" + row, days(row % 2), row % 2 == 0 && row % 4 == 0)));
        var table = new LearningTable(
                SchemaFile.parse("schema", """
                    target: won
                    horizon_days: 90
                    columns: {id: {role: id}, at: {role: cutoff}, won: {role: label, type: flag}}
                    """), rows, "", new LearningTable.LeftOut(200, 0, 0, 0, 0, 0), days(200));

        var shuffled = ShuffledOutcomes.of(table, 1);

        assertThat(shuffled.rows())
                .extracting(LearningTable.Row::id)
                .containsExactlyElementsOf(
                        table.rows().stream().map(LearningTable.Row::id).toList());
        assertThat(shuffled.successes()).isEqualTo(50);
        assertThat(shuffled.rows())
                .filteredOn(row -> row.cutoff().equals(days(1)))
                .noneMatch(LearningTable.Row::success);
        assertThat(shuffled.rows())
                .extracting(LearningTable.Row::success)
                .isNotEqualTo(
                        table.rows().stream().map(LearningTable.Row::success).toList());
        assertThat(ShuffledOutcomes.of(table, 1).rows())
                .extracting(LearningTable.Row::success)
                .isEqualTo(
                        shuffled.rows().stream().map(LearningTable.Row::success).toList());
    }

    @Test
    void aWorldWithoutRoomForItsStoriesIsRefused(@TempDir Path folder) {
        var complained = new StringWriter();

        int exit = new CommandLine(new Main())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(complained))
                .execute("TRUTH-6-SCORES", "--accounts=7", "--out=" + folder);

        assertThat(exit).isEqualTo(2);
        assertThat(complained.toString()).contains("--accounts is 7, must be 8 or more");
    }
}
