package io.caucus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.scoring.learn.LearningRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class PredictCommandTest {

    private static final String SCHEMA = """
        target: a lead buys within 30 days of asking
        horizon_days: 30
        columns:
          lead: {role: id}
          asked: {role: cutoff}
          bought: {role: outcome_time}
          employees: {type: number}
          source: {type: category}
        """;

    @TempDir
    static Path trained;

    private static Path model = Path.of("model");

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final List<String> problems = new ArrayList<>();

    @BeforeAll
    static void train() throws IOException {
        var schema = Files.writeString(trained.resolve("leads.yaml"), SCHEMA);
        int code = new CommandLine(new TrainCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .execute(
                        "--table",
                        leads().toString(),
                        "--schema",
                        schema.toString(),
                        "--out",
                        trained.resolve("out").toString());
        assertThat(code).isZero();
        try (var folders = Files.list(trained.resolve("out"))) {
            model = folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    /** Leads of half a year; more employees make a purchase likelier. */
    private static Path leads() throws IOException {
        var random = new SplittableRandom(1);
        var lines = new ArrayList<>(List.of("lead,asked,bought,employees,source"));
        for (int row = 0; row < 2000; row++) {
            var asked = LocalDate.of(2026, 1, 1).plusDays((long) row * 180 / 2000);
            double size = random.nextGaussian();
            boolean bought = random.nextDouble() < 1 / (1 + Math.exp(1 - size));
            lines.add("lead-%d,%s,%s,%d,%s"
                    .formatted(
                            row,
                            asked,
                            bought ? asked.plusDays(10) : "",
                            Math.round(100 * Math.exp(size)),
                            row % 3 == 0 ? "web" : "fair"));
        }
        return Files.write(trained.resolve("leads.csv"), lines);
    }

    private Path table(String... rows) throws IOException {
        var lines = new ArrayList<>(List.of("lead,asked,employees,source"));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve("new.csv"), lines);
    }

    private int run(Path folderOfModel, Path table, String... more) {
        return runTo(told(), folderOfModel, table, more);
    }

    private int runTo(Path out, Path folderOfModel, Path table, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--model",
                folderOfModel.toString(),
                "--table",
                table.toString(),
                "--schema",
                trained.resolve("leads.yaml").toString(),
                "--out",
                out.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new PredictCommand())
                .setOut(new PrintWriter(said, true))
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    problems.add(String.valueOf(problem.getMessage()));
                    return problem instanceof LearningRefused || problem instanceof BadInput
                            ? ExitCode.BAD_INPUT
                            : ExitCode.FAILED;
                })
                .execute(arguments.toArray(String[]::new));
    }

    private Path told() {
        return folder.resolve("told.csv");
    }

    @Test
    void rowsWithoutOutcomesGetARowEach() throws IOException {
        var table = table("new-1,2026-09-01,300,web", "new-2,2026-09-01,100000,fax", "new-3,,5,web");

        assertThat(run(model, table)).isZero();

        var lines = Files.readAllLines(told());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("id,time,probability,p0,p1,low,high,tier,confidence,flags");
        assertThat(lines.get(1)).startsWith("new-1,2026-09-01T00:00:00Z,0.").contains(",CALIBRATED,");
        assertThat(lines.get(2))
                .containsPattern("employees: [0-9.]+ standard deviations above the training mean; ")
                .endsWith("source: 'fax' was never seen in training");
        assertThat(said.toString())
                .contains("Predicted: a lead buys within 30 days of asking")
                .contains("Rows predicted: 2 by " + model.getFileName() + ", tier CALIBRATED")
                .contains("Rows left out, without a cutoff to be asked as of: 1")
                .contains("Unlike training, and flagged row by row: employees in 1, source in 1.")
                .contains("Predictions in " + told());
    }

    @Test
    void theTrainingTableGetsThePredictionsOfTraining() throws IOException {
        assertThat(run(model, trained.resolve("leads.csv"))).isZero();

        var told = Files.readAllLines(told()).stream()
                .map(line -> String.join(",", Arrays.copyOf(line.split(",", -1), 5)))
                .toList();
        var judged = Files.readAllLines(trained.resolve("out/predictions.csv")).stream()
                .map(line -> line.split(",", -1))
                .map(cells -> String.join(",", cells[0], cells[1], cells[4], cells[5], cells[6]))
                .toList();
        assertThat(judged).hasSizeGreaterThan(1000);
        assertThat(told).containsAll(judged);
    }

    @Test
    void theChanceThatNoStepComesTrueIsTheProductOfItsRows() throws IOException {
        var table = table("new-1,2026-10-01,300,web", "new-2,2026-09-01,5,web", "new-1,2026-09-01,300,web");
        var survival = folder.resolve("survival.csv");

        assertThat(run(model, table, "--survival", survival.toString())).isZero();

        var told = Files.readAllLines(told()).stream()
                .skip(1)
                .mapToDouble(line -> 1 - Double.parseDouble(line.split(",", -1)[2]))
                .toArray();
        assertThat(Files.readAllLines(survival))
                .containsExactly(
                        "id,from,until,steps,probability",
                        "new-1,2026-09-01T00:00:00Z,2026-10-31T00:00:00Z,2," + told[2] * told[0],
                        "new-2,2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,1," + told[1]);
        assertThat(said.toString()).contains("for 2 ids, in " + survival);
    }

    @Test
    void stepsThatDoNotFollowEachOtherAreRefused() throws IOException {
        var table = table("new-1,2026-09-01,300,web", "new-1,2026-09-30,300,web");

        assertThat(run(
                        model,
                        table,
                        "--survival",
                        folder.resolve("survival.csv").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(problems)
                .containsExactly("row 'new-1' is asked as of 2026-09-01T00:00:00Z and next as of 2026-09-30T00:00:00Z;"
                        + " steps in time must follow each other by the model's horizon of 30 days");
        assertThat(told()).as("nothing is written").doesNotExist();
    }

    @Test
    void anExplanationAddsUpInJson() throws IOException {
        var table = table("new-1,2026-09-01,900,web", "new-2,2026-09-01,,fax");

        assertThat(run(model, table, "--json", "--explain", "2")).isZero();

        var document = new ObjectMapper().readTree(said.toString());
        assertThat(document.path("rows").asInt()).isEqualTo(2);
        assertThat(document.path("flaggedRows").path("source").asInt()).isEqualTo(1);
        assertThat(document.path("explained")).hasSize(2);
        for (JsonNode row : document.path("explained")) {
            double logOdds = row.path("baseLogOdds").asDouble();
            double points = row.path("base").asDouble();
            for (JsonNode share : row.path("contributions")) {
                logOdds += share.path("logOdds").asDouble();
                points += share.path("points").asDouble();
            }
            assertThat(logOdds).isCloseTo(row.path("marginLogOdds").asDouble(), within(1e-9));
            assertThat(points + row.path("calibrationPoints").asDouble())
                    .isCloseTo(row.path("probability").asDouble(), within(1e-9));
        }
    }

    @Test
    void anExplanationReadsAsSentences() throws IOException {
        assertThat(run(model, table("new-1,2026-09-01,900,web", "new-2,2026-09-01,5,web"), "--explain", "1"))
                .isZero();

        assertThat(said.toString())
                .contains("new-1 as of 2026-09-01T00:00:00Z: ")
                .contains("employees is 900, associated with a higher chance.")
                .contains("Calibration makes ")
                .doesNotContain("because")
                .doesNotContain("new-2");
    }

    @Test
    void aChangedModelIsRefused() throws IOException {
        var copy = Files.createDirectories(folder.resolve(model.getFileName()));
        var text = Files.readString(model.resolve("model.json"));
        Files.writeString(
                copy.resolve("model.json"), text.replace("\"tier\" : \"CALIBRATED\"", "\"tier\" : \"SEGMENT\""));

        assertThat(run(copy, table("new-1,2026-09-01,900,web"))).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(problems).singleElement().asString().contains("is damaged or was changed");
        assertThat(told()).doesNotExist();
    }

    @Test
    void whatIsReadIsNotWrittenOver() throws IOException {
        var table = table("new-1,2026-09-01,900,web");

        assertThat(runTo(table, model, table)).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(problems).containsExactly("--out is %s, which is read; name another file".formatted(table));
    }

    @Test
    void aNegativeNumberOfRowsToExplainIsRefused() throws IOException {
        assertThat(run(model, table("new-1,2026-09-01,900,web"), "--explain", "-1"))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(problems).containsExactly("--explain is -1, must not be negative");
    }
}
