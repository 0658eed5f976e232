package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class EvaluatorTest {

    private static final String SCHEMA =
            DrawnTable.SCHEMA.replace("source: {type: category}", "source: {role: segment}");

    @TempDir
    private static Path folder;

    private static Path table;
    private static Path model;
    private static Path schema;
    private static Learning.Fit trained;

    @BeforeAll
    static void train() throws IOException {
        table = DrawnTable.write(folder, 4000, 1, 1);
        schema = Files.writeString(folder.resolve("leads.yaml"), SCHEMA);
        var learning = Learner.learn(TableReader.read(table, SchemaFile.read(schema), DrawnTable.NOW), false, 1);
        trained = learning.fit().orElseThrow();
        model = ModelFolder.write(folder, learning, "1.0", 1).orElseThrow();
    }

    private static Learning evaluate(Path rows) {
        return Evaluator.evaluate(model, rows, schema, DrawnTable.NOW, 1);
    }

    /** The table's lines that a range of row numbers leaves. */
    private static Path rows(int from, int to) throws IOException {
        var lines = Files.readAllLines(table);
        var some = new ArrayList<>(List.of(lines.getFirst()));
        some.addAll(lines.subList(from + 1, to + 1));
        return Files.write(folder.resolve("some.csv"), some);
    }

    @Test
    void theTestRowsOfItsOwnTableGetTheSameFiguresAgain() {
        var judged = evaluate(table);

        var fit = judged.fit().orElseThrow();
        assertThat(fit.judgement()).isEqualTo(trained.judgement());
        assertThat(fit.confidence()).isEqualTo(trained.confidence());
        assertThat(fit.confidenceLine()).isEqualTo(trained.confidenceLine());
        assertThat(fit.segments()).isEqualTo(trained.segments());
        assertThat(fit.importance()).isEqualTo(trained.importance());
        assertThat(fit.drift()).isEqualTo(trained.drift());
        assertThat(judged.verdict()).isEqualTo(Verdict.SIGNAL);
        assertThat(fit.months())
                .isEqualTo(trained.months().stream()
                        .filter(month -> month.window().equals("test"))
                        .toList());
    }

    @Test
    void onlyRowsNewerThanAllItLearnedFromByTheEmbargoCount() {
        var judged = evaluate(table).judged().orElseThrow();
        Instant learnedUntil = trained.split().calibrate().getLast().cutoff();

        assertThat(judged.learnedUntil()).isEqualTo(learnedUntil);
        assertThat(judged.embargo()).isEqualTo(Duration.ofDays(30));
        assertThat(evaluate(table).table().rows())
                .allSatisfy(row -> assertThat(row.cutoff()).isAfterOrEqualTo(learnedUntil.plus(judged.embargo())));
        assertThat(judged.notNewer())
                .isEqualTo(trained.split().train().size()
                        + trained.split().calibrate().size()
                        + trained.split().left());
    }

    @Test
    void rowsThatItLearnedFromCannotJudgeIt() throws IOException {
        var old = rows(0, 2000);

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> evaluate(old))
                .withMessageMatching(
                        ".*some.csv has 0 rows newer than 2025-.*, until when the model .*model-[0-9a-f]{16} learned,"
                                + " by 30 days and more, and 0 of them succeeded; at least two of either outcome are"
                                + " needed. Of [0-9,]+ usable rows [0-9,]+ are older");
    }

    @Test
    void whatChangedSinceIsSeen() throws IOException {
        var lines = Files.readAllLines(table);
        for (int row = 1; row < lines.size(); row++) {
            var cells = lines.get(row).split(",", -1);
            cells[4] = cells[4].isEmpty() ? "" : Integer.toString(50 + row % 17);
            lines.set(row, String.join(",", cells));
        }
        var fit = evaluate(Files.write(folder.resolve("changed.csv"), lines))
                .fit()
                .orElseThrow();

        assertThat(fit.drift().drifted()).containsExactly("employees");
        assertThat(fit.judgement().auc().value())
                .isLessThan(trained.judgement().auc().low());
    }

    @Test
    void aSchemaThatDoesNotFitIsRefused() throws IOException {
        var other =
                Files.writeString(folder.resolve("other.yaml"), SCHEMA.replace("horizon_days: 30", "horizon_days: 60"));

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> Evaluator.evaluate(model, table, other, DrawnTable.NOW, 1))
                .withMessageContaining("asks about 60 days");
    }

    @Test
    void theReportIsWrittenWithoutAModel() throws IOException {
        var out = folder.resolve("judged");

        ModelFolder.writeReport(out, evaluate(table));

        assertThat(out.resolve("report.json"))
                .content()
                .contains("\"model\" : \"" + ModelFolder.name(model) + "\"")
                .contains("\"rowsNotNewer\"");
        try (var files = Files.list(out)) {
            assertThat(files).hasSize(1);
        }
    }
}
