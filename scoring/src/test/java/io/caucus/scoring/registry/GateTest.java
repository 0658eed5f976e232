package io.caucus.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.registry.Condition.Outcome;
import io.caucus.scoring.table.PredictionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class GateTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");

    @TempDir
    static Path training;

    private static Optional<PlantedModels> planted = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        planted = Optional.of(PlantedModels.in(training));
    }

    private ModelRegistry registry() {
        return new ModelRegistry(folder.resolve("models"), Duration.ofSeconds(20));
    }

    /** What the gate says of a model, where the one that was trained is the champion. */
    private List<Condition> against(UnaryOperator<List<PredictionTable.Row>> told, Consumer<ObjectNode> report)
            throws IOException {
        registry().register(planted.orElseThrow().trained(), new UserName("ana"), MONDAY);
        assertThat(registry()
                        .promote("challenger", new UserName("bo"), MONDAY, Optional.empty())
                        .entry())
                .isPresent();
        return alone(told, report);
    }

    private List<Condition> alone(UnaryOperator<List<PredictionTable.Row>> told, Consumer<ObjectNode> report)
            throws IOException {
        var model = planted.orElseThrow().plant(folder, 2, told, report);
        registry().register(model, new UserName("ana"), MONDAY);
        var promotion = registry().promote(ModelFolder.name(model), new UserName("bo"), MONDAY, Optional.empty());
        assertThat(promotion.entry().isPresent()).isEqualTo(Promotion.isOpen(promotion.gate()));
        return promotion.gate();
    }

    private static Condition named(List<Condition> gate, String name) {
        return gate.stream()
                .filter(condition -> condition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allIsAskedInOneOrder() throws IOException {
        assertThat(alone(rows -> rows, report -> {}))
                .extracting(Condition::name)
                .containsExactly(Gate.SIGNAL, Gate.LEAKS, Gate.WINDOW, Gate.PRECISION, Gate.LOSS, Gate.CALIBRATION);
    }

    @Test
    void withoutASignalItFails() throws IOException {
        var gate = alone(rows -> rows, report -> report.put("verdict", "NO_SIGNAL"));

        assertThat(named(gate, Gate.SIGNAL).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(named(gate, Gate.SIGNAL).finding()).startsWith("no usable signal; AUC 0.");
    }

    @Test
    void anInputThatLeaksFailsUnlessItWasWaived() throws IOException {
        var open = named(alone(rows -> rows, report -> leak(report, "employees", false)), Gate.LEAKS);

        assertThat(open.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(open.finding()).isEqualTo("it reads employees (too good), and nobody waived that");
    }

    @Test
    void aWaivedLeakIsToldOf() throws IOException {
        var waived = named(alone(rows -> rows, report -> leak(report, "employees", true)), Gate.LEAKS);

        assertThat(waived)
                .isEqualTo(new Condition(Gate.LEAKS, Outcome.PASSED, "its schema vouches for employees (too good)"));
    }

    @Test
    void aLeakThatWasDroppedIsNone() throws IOException {
        var dropped = named(alone(rows -> rows, report -> leak(report, "fee", false)), Gate.LEAKS);

        assertThat(dropped.outcome()).isEqualTo(Outcome.PASSED);
    }

    private static void leak(ObjectNode report, String column, boolean isWaived) {
        ((ArrayNode) report.required("leaks"))
                .addObject()
                .put("column", column)
                .put("rule", "alone_too_good")
                .put("evidence", "too good")
                .put("waived", isWaived);
    }

    @Test
    void aShorterEmbargoThanTheHorizonFails() throws IOException {
        var window = named(alone(rows -> rows, report -> embargo(report, 7)), Gate.WINDOW);

        assertThat(window.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(window.finding()).startsWith("7 days between windows, a horizon of 30: outcomes that it learned");
    }

    @Test
    void anOlderWindowThanTheChampionsFails() throws IOException {
        var window = named(
                against(
                        rows -> rows,
                        report -> ((ObjectNode) report.required("windows").required("test"))
                                .put("to", "2025-06-01T00:00:00Z")),
                Gate.WINDOW);

        assertThat(window.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(window.finding()).startsWith("its newest row is of 2025-06-01T00:00:00Z, the champion's of 2025-1");
    }

    private static void embargo(ObjectNode report, int days) {
        ((ObjectNode) report.required("windows")).put("embargoDays", days);
    }

    @Test
    void theSameFiguresAreNoWorse() throws IOException {
        var gate = against(rows -> rows, report -> {});

        assertThat(named(gate, Gate.PRECISION).finding())
                .contains(": +0.0000 [+0.0000, +0.0000] on the same 292 rows, not worse beyond noise");
        assertThat(gate).extracting(Condition::outcome).containsOnly(Outcome.PASSED);
    }

    @Test
    void aMuchWorseOneFailsOnOrderAndOnLoss() throws IOException {
        var gate = against(PlantedModels.blurred(3, 1), report -> {});

        for (String name : List.of(Gate.PRECISION, Gate.LOSS)) {
            assertThat(named(gate, name).outcome()).as(name).isEqualTo(Outcome.FAILED);
            assertThat(named(gate, name).finding()).endsWith("on the same 292 rows, worse beyond noise");
        }
    }

    /** Both see the rows through the same fog, each through its own draw of it: one in forty may seem worse by luck. */
    @Test
    void ofTwoThatAreEquallyGoodHardlyAnyIsSaidToBeWorse() throws IOException {
        var entry = registry().register(planted.orElseThrow().trained(), new UserName("ana"), MONDAY);
        assertThat(entry.change().sentence()).startsWith("registered ");
        var version =
                registry().read().get(ModelFolder.name(planted.orElseThrow().trained()));
        long worse = IntStream.range(0, 60)
                .mapToObj(pair -> Gate.judge(fogged(version, 2L * pair), Optional.of(fogged(version, 2L * pair + 1))))
                .flatMap(List::stream)
                .filter(condition -> condition.finding().endsWith(", worse beyond noise"))
                .count();

        assertThat(worse).as("of 60 pairs, twice").isBetween(0L, 9L);
    }

    private static Version fogged(Version version, long seed) {
        var random = new SplittableRandom(seed);
        ObjectNode document = new ObjectMapper().valueToTree(version.judged().document());
        var before = document.required("probability");
        var told = document.putArray("probability");
        for (JsonNode probability : before) {
            double logOdds = Math.log(probability.asDouble() / (1 - probability.asDouble()));
            told.add(1 / (1 + Math.exp(-logOdds - 0.7 * random.nextGaussian())));
        }
        return new Version(
                version.folder(),
                version.entry(),
                version.registered(),
                version.origin(),
                version.evaluation(),
                JudgedRows.read(document));
    }

    @Test
    void aMuchBetterOneIsSaidToBe() throws IOException {
        var gate = against(
                rows -> rows.stream()
                        .map(row -> PlantedModels.told(row, row.label() ? 0.9 : 0.1))
                        .toList(),
                report -> {});

        assertThat(named(gate, Gate.PRECISION).finding()).endsWith("better beyond noise");
        assertThat(named(gate, Gate.LOSS).finding()).endsWith("better beyond noise");
    }

    @Test
    void otherRowsCannotBeCompared() throws IOException {
        var gate = against(
                rows -> rows.stream()
                        .map(row -> new PredictionTable.Row(
                                "new-" + row.id(), row.time(), row.label(), row.split(), row.told()))
                        .toList(),
                report -> report.put("dataFingerprint", "1234"));

        for (String name : List.of(Gate.PRECISION, Gate.LOSS)) {
            assertThat(named(gate, name).outcome()).as(name).isEqualTo(Outcome.UNJUDGED);
            assertThat(named(gate, name).finding())
                    .endsWith("but of other rows: their data differ. Train both on one table to compare them");
        }
    }

    @Test
    void brokenPromisesFail() throws IOException {
        var gate = alone(
                rows -> rows.stream()
                        .map(row -> PlantedModels.told(row, row.probability() / 2))
                        .toList(),
                report -> {});

        assertThat(named(gate, Gate.CALIBRATION).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(named(gate, Gate.CALIBRATION).finding())
                .matches(
                        "its error is 0\\.\\d{4}; 95 of 100 honest models would show at most 0\\.\\d{4} by luck alone");
    }

    /** 2,000 models that keep their word are drawn; one in twenty may lie above the bound. */
    @Test
    void ninetyFiveOfAHundredHonestModelsStayBelowTheBoundOfLuck() {
        var random = new SplittableRandom(1);
        int above = 0;
        for (int draw = 0; draw < 2000; draw++) {
            double[] told = IntStream.range(0, 400)
                    .mapToDouble(row -> 0.05 + 0.9 * row / 400)
                    .toArray();
            boolean[] happened = new boolean[told.length];
            IntStream.range(0, told.length).forEach(row -> happened[row] = random.nextDouble() < told[row]);
            var probabilities = new Probabilities(told, happened);
            var none = new Interval(0.5, 0.5, 0.5);
            var figures = new Evaluation.Figures(
                    400,
                    0,
                    none,
                    none,
                    1,
                    probabilities.logLoss(),
                    probabilities.calibrationError(),
                    probabilities.bins());
            above += probabilities.calibrationError() > Gate.luckBound(figures) ? 1 : 0;
        }

        assertThat(above / 2000.0).isCloseTo(0.05, within(0.02));
    }

    @Test
    void aReasonOpensTheGateAndIsKept() throws IOException {
        var model = planted.orElseThrow().plant(folder, 2, rows -> rows, report -> embargo(report, 0));
        registry().register(model, new UserName("ana"), MONDAY);

        registry().promote(ModelFolder.name(model), new UserName("bo"), MONDAY, Optional.of("a  short table"));

        var last = registry().read().entries().getLast().change();
        assertThat(last).isInstanceOfSatisfying(Change.Promoted.class, promoted -> {
            assertThat(promoted.despite()).contains("a short table");
            assertThat(named(promoted.gate(), Gate.WINDOW).outcome()).isEqualTo(Outcome.FAILED);
        });
    }

    @Test
    void aReasonThatWasNotNeededIsNotKept() throws IOException {
        var model = planted.orElseThrow().plant(folder, 2);
        registry().register(model, new UserName("ana"), MONDAY);

        registry().promote(ModelFolder.name(model), new UserName("bo"), MONDAY, Optional.of("to be sure"));

        assertThat(registry().read().entries().getLast().change().sentence()).endsWith("to champion");
    }
}
