package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class PredictorTest {

    /** As the drawn table has them, but for what comes after the inputs. */
    private static final String HEADER = "lead,account,asked,employees,source,weekday";

    private static final String USUAL = "new-1,account-1,2026-03-02,100,source-1,MONDAY";

    @TempDir
    static Path trained;

    private static Path table = Path.of("table");
    private static Path model = Path.of("model");

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        table = DrawnTable.write(trained, 2000, 1, 1);
        var rows = TableReader.read(table, SchemaFile.parse("leads.yaml", DrawnTable.SCHEMA), DrawnTable.NOW);
        model = ModelFolder.write(trained, Learner.learn(rows, false, 1), "1.0", 1)
                .orElseThrow();
    }

    private Predictions predict(String schema, Path rows) throws IOException {
        return Predictor.predict(model, rows, Files.writeString(folder.resolve("leads.yaml"), schema));
    }

    private Predictions predict(String... rows) throws IOException {
        return predict(DrawnTable.SCHEMA, file(HEADER, rows));
    }

    private Path file(String header, String... rows) throws IOException {
        var lines = new ArrayList<>(List.of(header));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve("new.csv"), lines);
    }

    /** The training table, with each line's cells changed. */
    private Path changed(UnaryOperator<String[]> change) throws IOException {
        var lines = Files.readAllLines(table).stream()
                .map(line -> String.join(",", change.apply(line.split(",", -1))))
                .toList();
        return Files.write(folder.resolve("changed.csv"), lines);
    }

    private static Map<String, String> byRow(Predictions predictions) {
        Map<String, String> told = new HashMap<>();
        predictions
                .rows()
                .forEach(row -> told.put(
                        row.question().id() + "," + row.question().cutoff(),
                        "%s,%s,%s,%s,%s"
                                .formatted(
                                        row.told().probability(),
                                        row.told().p0(),
                                        row.told().p1(),
                                        row.told().low(),
                                        row.told().high())));
        return told;
    }

    @Test
    void theTrainingTablesRowsGetWhatTrainingSaidOfThemToTheBit() throws IOException {
        var told = byRow(predict(DrawnTable.SCHEMA, table));

        var lines = Files.readAllLines(trained.resolve("predictions.csv"));
        assertThat(lines).hasSizeGreaterThan(1500);
        for (String line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            assertThat(told)
                    .containsEntry(
                            cells[0] + "," + cells[1],
                            String.join(",", List.of(cells).subList(4, 9)));
        }
    }

    @Test
    void everyRowIsPredictedInItsOrderHoweverYoung() throws IOException {
        var ids = predict(DrawnTable.SCHEMA, table).rows().stream()
                .map(row -> row.question().id())
                .toList();

        assertThat(ids).hasSize(2000).startsWith("lead-0", "lead-1").endsWith("lead-1999");
    }

    @Test
    void outcomesAreNotRead() throws IOException {
        var withOutcomes = byRow(predict(DrawnTable.SCHEMA, table));

        var empty = predict(DrawnTable.SCHEMA, changed(cells -> {
            cells[3] = cells[3].equals("bought") ? "bought" : "";
            return cells;
        }));
        var nonsense = predict(DrawnTable.SCHEMA, changed(cells -> {
            cells[3] = cells[3].equals("bought") ? "bought" : "no date at all";
            return cells;
        }));
        var absent = predict(DrawnTable.SCHEMA, changed(cells -> {
            cells[3] = cells[3].equals("bought") ? "something" : cells[3];
            return cells;
        }));

        assertThat(byRow(empty)).isEqualTo(withOutcomes);
        assertThat(byRow(nonsense)).isEqualTo(withOutcomes);
        assertThat(byRow(absent)).isEqualTo(withOutcomes);
    }

    @Test
    void aSchemaInAnotherOrderGivesTheSameBits() throws IOException {
        var source = "  source: {type: category}\n";
        var employees = "  employees: {type: number, direction: rises}\n";
        var turned = DrawnTable.SCHEMA.replace(source, "").replace(employees, source + employees);
        assertThat(turned.indexOf("source:")).isLessThan(turned.indexOf("employees:"));

        assertThat(byRow(predict(turned, table))).isEqualTo(byRow(predict(DrawnTable.SCHEMA, table)));
    }

    @Test
    void aUsualRowIsNotFlagged() throws IOException {
        assertThat(predict(USUAL).rows().getFirst().deviations()).isEmpty();
    }

    @Test
    void whatTrainingNeverSawIsFlaggedByName() throws IOException {
        var rows = predict(
                        "new-1,a,2026-03-02,100,fax,MONDAY",
                        "new-2,a,2026-03-02,1000000,source-1,MONDAY",
                        "new-3,a,2026-03-02,,,MONDAY")
                .rows();

        assertThat(rows.get(0).deviations()).containsExactly(new Deviation.Unseen("source", "fax"));
        assertThat(rows.get(1).deviations()).singleElement().satisfies(deviation -> {
            assertThat(deviation.column()).isEqualTo("employees");
            assertThat(PredictionSentences.of(deviation))
                    .matches("employees: [0-9.]+ standard deviations above the training mean");
        });
        assertThat(rows.get(2).deviations()).containsExactly(new Deviation.UnseenGap("source"));
    }

    @Test
    void twoStandardDeviationsAreTheLimit() throws IOException {
        var usual =
                ModelFolder.read(model).scorer().encoding().columns().getFirst().usual();
        var rows = predict(
                        "new-1,a,2026-03-02,%s,source-1,MONDAY".formatted(usual.mean() + 1.999 * usual.deviation()),
                        "new-2,a,2026-03-02,%s,source-1,MONDAY".formatted(usual.mean() - 2.001 * usual.deviation()))
                .rows();

        assertThat(rows.get(0).deviations()).isEmpty();
        assertThat(rows.get(1).deviations())
                .singleElement()
                .satisfies(deviation ->
                        assertThat(((Deviation.Far) deviation).deviations()).isCloseTo(-2.001, within(1e-9)));
    }

    @Test
    void confidenceFallsWithWhatIsStrangeOrMissing() throws IOException {
        var rows = predict(
                        USUAL,
                        "new-2,a,2026-03-02,100,fax,MONDAY",
                        "new-3,a,2026-03-02,1000000,source-1,MONDAY",
                        "new-4,a,2026-03-02,,source-1,MONDAY")
                .rows();

        double usual = rows.getFirst().confidence();
        assertThat(rows.subList(1, 4))
                .allSatisfy(row -> assertThat(row.confidence()).isLessThan(usual));
    }

    @Test
    void usualIsWhatTrainingRowsHave() throws IOException {
        var columns = ModelFolder.read(model).scorer().encoding().columns();
        var train = TimeSplit.of(
                        TableReader.read(table, SchemaFile.parse("leads.yaml", DrawnTable.SCHEMA), DrawnTable.NOW))
                .train();
        double[] employees = train.stream()
                .mapToDouble(row -> row.numbers()[0])
                .filter(value -> !Double.isNaN(value))
                .toArray();

        var usual = columns.getFirst().usual();

        assertThat(usual.missing()).isCloseTo(1 - (double) employees.length / train.size(), within(1e-12));
        double sum = 0;
        double squares = 0;
        for (double value : employees) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / employees.length;
        assertThat(usual.mean()).isCloseTo(mean, within(1e-9));
        assertThat(usual.deviation()).isCloseTo(Math.sqrt(squares / employees.length - mean * mean), within(1e-6));
    }

    @Test
    void rowsWithoutACutoffAreCountedAndLeftOut() throws IOException {
        var predictions = predict(USUAL, "new-2,a,,100,source-1,MONDAY");

        assertThat(predictions.rows()).hasSize(1);
        assertThat(predictions.undated()).isEqualTo(1);
    }

    @Test
    void aFileToJoinThatTheModelDoesNotNeedMayBeAbsent() throws IOException {
        var schema = "join: [{file: deals.csv, key: lead}]\n" + DrawnTable.SCHEMA;

        assertThat(byRow(predict(schema, file(HEADER, USUAL)))).isEqualTo(byRow(predict(USUAL)));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        horizon_days: 30                            | horizon_days: 60                           | asks about 60 days, the model MODEL answers about 30
        employees: {type: number, direction: rises} | staff: {type: number}                      | has no column 'employees', which the model MODEL reads
        employees: {type: number, direction: rises} | employees: {type: category}                | gives column 'employees' the type category, the model MODEL learned from it as number
        source: {type: category}                    | source: {type: category, protected: true}  | does not let column 'source' be an input, which the model MODEL reads
        source: {type: category}                    | source: {role: ignored}                    | does not let column 'source' be an input, which the model MODEL reads
        """)
    void aSchemaThatDoesNotFitTheModelIsRefused(String of, String with, String problem) throws IOException {
        var rows = file(HEADER, USUAL);

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> predict(DrawnTable.SCHEMA.replace(of, with), rows))
                .withMessage("schema %s %s; use the schema that it was trained with, or train again"
                        .formatted(folder.resolve("leads.yaml"), problem.replace("MODEL", model.toString())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        lead,account,asked,source,weekday           | n,a,2026-03-02,source-1,MONDAY             | FILE has no column 'employees', which the model reads; it has lead, account, asked, source, weekday. Add it, empty where it is not known
        account,asked,employees,source,weekday      | a,2026-03-02,1,source-1,MONDAY             | FILE has no column 'lead', which tells rows apart; it has account, asked, employees, source, weekday. Add it, empty where it is not known
        lead,account,asked,employees,source,weekday | n,a,2026-03-02,many,source-1,MONDAY        | FILE:2 has employees 'many', which the schema calls a number; correct the cell, or call the column a category
        lead,account,asked,employees,source,weekday | n,a,soon,1,source-1,MONDAY                 | FILE:2 has asked 'soon', which the schema calls a date; dates are ISO, such as 2026-01-31, unless it gives a format
        lead,account,asked,employees,source,weekday | ,a,2026-03-02,1,source-1,MONDAY            | FILE:2 has no lead
        """)
    void aTableThatDoesNotFitIsRefused(String header, String row, String message) throws IOException {
        var rows = file(header, row);

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> predict(DrawnTable.SCHEMA, rows))
                .withMessage(message.replace("FILE", rows.toString()));
    }

    @Test
    void aTableWithoutRowsIsRefused() throws IOException {
        var rows = file(HEADER);

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> predict(DrawnTable.SCHEMA, rows))
                .withMessage(rows + " has no rows; at least one is needed to predict");
    }

    @Test
    void theTestRowsTellWhetherErrorsFallAsConfidenceRises() throws IOException {
        var rows = TableReader.read(table, SchemaFile.parse("leads.yaml", DrawnTable.SCHEMA), DrawnTable.NOW);
        var fit = Learner.learn(rows, false, 1).fit().orElseThrow();

        var thirds = fit.confidence().thirds();
        double mean = thirds.stream()
                        .mapToDouble(third -> third.rows() * third.brier())
                        .sum()
                / fit.judgement().rows();

        assertThat(thirds.stream().mapToInt(ConfidenceCheck.Third::rows).sum())
                .isEqualTo(fit.judgement().rows());
        assertThat(mean).isCloseTo(fit.judgement().brier().score(), within(1e-12));
        assertThat(thirds).allSatisfy(third -> assertThat(third.promised()).isBetween(0.0, 0.25));
        assertThat(LearningReport.of(Learner.learn(rows, false, 1))).containsKey("confidence");
    }
}
