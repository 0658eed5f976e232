package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.scoring.LogOdds;
import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.evaluation.Probabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two sources change places when training ends: what the model learned of them is wrong from there on. */
@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class SegmentServingTest {

    private static final String SCHEMA =
            DrawnTable.SCHEMA.replace("source: {type: category}", "source: {role: segment}");

    @TempDir
    private static Path folder;

    private static Path table;
    private static Path model;
    private static Learning.Fit fit;

    @BeforeAll
    static void train() throws IOException {
        table = changed(DrawnTable.write(folder, 6000, 1, 1));
        var learning = Learner.learn(
                TableReader.read(table, SchemaFile.parse("leads.yaml", SCHEMA), DrawnTable.NOW), false, 1);
        fit = learning.fit().orElseThrow();
        model = ModelFolder.write(folder, learning, "1.0", 1).orElseThrow();
    }

    private static Path changed(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        for (int row = 2900; row < lines.size(); row++) {
            lines.set(
                    row,
                    lines.get(row)
                            .replace("source-3", "source-x")
                            .replace("source-0", "source-3")
                            .replace("source-x", "source-0"));
        }
        return Files.write(folder.resolve("changed.csv"), lines);
    }

    private static Predictions predict(Path rows) throws IOException {
        return Predictor.predict(model, rows, Files.writeString(folder.resolve("leads.yaml"), SCHEMA));
    }

    @Test
    void segmentsThatChangedHaveACalibrationOfTheirOwnAndTheReportSaysSo() {
        assertThat(fit.segmentCalibration())
                .extracting(SegmentCalibrator.Trial::segment)
                .containsExactly("source-0", "source-1", "source-2", "source-3");
        assertThat(fit.segmentCalibration().getFirst().kind()).isIn("own", "pooled");
        assertThat(fit.segmentCalibration().getLast().kind()).isIn("own", "pooled");
    }

    @Test
    void inEachSegmentOfTheTestWhatWasToldHappened() {
        assertThat(fit.segments()).hasSize(4);
        fit.segments().values().forEach(each -> assertThat(each.told()).isCloseTo(each.happened(), within(0.1)));
    }

    @Test
    void onTheTestItIsBetterThanTheCalibrationOfAll() {
        var rows = fit.split().test();
        Calibration ofAll = fit.scorer().calibration();
        double[] without = rows.stream()
                .mapToDouble(row -> ofAll.of(fit.scorer().margin(row)).probability())
                .toArray();

        assertThat(fit.judgement().logLoss())
                .isLessThan(new Probabilities(without, LearningTable.outcomes(rows)).logLoss() - 0.02);
    }

    @Test
    void rowsAreSortedByWhatIsTold() {
        assertThat(fit.split().test())
                .allSatisfy(row -> assertThat(fit.scorer().order(row))
                        .isEqualTo(LogOdds.of(fit.scorer().score(row).probability())));
    }

    @Test
    void theModelReadBackTellsWhatTrainingToldToTheBit() throws IOException {
        Map<String, List<String>> told = new HashMap<>();
        predict(table)
                .rows()
                .forEach(row -> told.put(
                        row.question().id(),
                        List.of(
                                Double.toString(row.told().probability()),
                                Double.toString(row.told().p0()),
                                Double.toString(row.told().p1()),
                                Double.toString(row.told().low()),
                                Double.toString(row.told().high()))));

        var lines = Files.readAllLines(folder.resolve("predictions.csv"));

        assertThat(lines).hasSizeGreaterThan(4000);
        for (String line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            assertThat(told).containsEntry(cells[0], List.of(cells).subList(4, 9));
        }
    }

    @Test
    void aSchemaInAnotherOrderFindsTheSegmentAgain() throws IOException {
        var source = "  source: {role: segment}\n";
        var turned = SCHEMA.replace(source, "").replace("  employees:", source + "  employees:");
        assertThat(turned.indexOf("source:")).isLessThan(turned.indexOf("employees:"));

        var other = Predictor.predict(model, table, Files.writeString(folder.resolve("turned.yaml"), turned));

        assertThat(other.rows().stream().map(Prediction::told).toList())
                .isEqualTo(predict(table).rows().stream().map(Prediction::told).toList());
    }

    @Test
    void anUnseenSegmentIsToldWithAWiderIntervalAndLessConfidence() throws IOException {
        var rows = predict(Files.write(
                        folder.resolve("new.csv"),
                        List.of(
                                "lead,account,asked,employees,source,weekday",
                                "new-1,a,2026-03-02,100,fax,MONDAY",
                                "new-2,a,2026-03-02,100,source-1,MONDAY")))
                .rows();

        var scorer = ModelFolder.read(model).scorer();
        double margin =
                scorer.model().margin(scorer.encoding().encode(rows.getFirst().question()));
        var ofAll = scorer.calibration().of(margin);
        assertThat(rows.getFirst().told().probability()).isEqualTo(ofAll.probability());
        assertThat(rows.getFirst().told().width()).isGreaterThan(1.5 * ofAll.width());
        assertThat(rows.getFirst().confidence()).isLessThan(rows.getLast().confidence());
    }
}
