package io.caucus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.scoring.learn.LearningRefused;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.learn.SchemaFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class TrainCommandTest {

    private static final Path ROOT =
            Path.of(System.getProperty("caucus.root", "..")).toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final List<String> problems = new ArrayList<>();

    private int run(String... arguments) {
        return new CommandLine(new TrainCommand())
                .setOut(new PrintWriter(said, true))
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    problems.add(String.valueOf(problem.getMessage()));
                    return problem instanceof LearningRefused ? ExitCode.BAD_INPUT : ExitCode.FAILED;
                })
                .execute(arguments);
    }

    /** The schema that docs/training.md shows. */
    private Path schema() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/training.md"));
        var matcher = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).isTrue();
        return Files.writeString(folder.resolve("leads.yaml"), matcher.group(1));
    }

    /** Leads of half a year; more employees make a purchase likelier, and only buyers have a contract number. */
    private Path table(int rows) throws IOException {
        var random = new SplittableRandom(1);
        var lines = new ArrayList<>(List.of("lead,account,asked,bought,employees,source,calls,contract,country"));
        for (int row = 0; row < rows; row++) {
            var asked = LocalDate.of(2026, 1, 1).plusDays((long) row * 180 / rows);
            double size = random.nextGaussian();
            boolean bought = random.nextDouble() < 1 / (1 + Math.exp(1 - size));
            lines.add("lead-%d,account-%d,%s,%s,%d,%s,%d,%s,%s"
                    .formatted(
                            row,
                            row,
                            asked,
                            bought ? asked.plusDays(10) : "",
                            Math.round(100 * Math.exp(size)),
                            row % 3 == 0 ? "web" : "fair",
                            random.nextInt(5),
                            bought ? row : "",
                            "country-" + row % 7));
        }
        return Files.write(folder.resolve("leads.csv"), lines);
    }

    private String[] arguments(int rows, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--table",
                table(rows).toString(),
                "--schema",
                schema().toString(),
                "--out",
                folder.resolve("out").toString(),
                "--as-of",
                "2026-08-01"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void aLeakEndsItUntilSomebodyDecides() throws IOException {
        assertThat(run(arguments(2000))).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(said.toString())
                .contains("Verdict: columns that leak the outcome.")
                .contains("  contract: filled in ")
                .contains("run again with --drop-leaks");
        assertThat(folder.resolve("out/predictions.csv")).doesNotExist();
        assertThat(folder.resolve("out/report.html"))
                .content()
                .contains("Nothing was learned: 1\u00a0column tells the outcome instead of foretelling it");
    }

    @Test
    void aSignalGivesAModelPredictionsAndAReport() throws IOException {
        assertThat(run(arguments(2000, "--drop-leaks"))).isZero();

        assertThat(said.toString())
                .contains("Verdict: usable signal.")
                .contains("  calls: the seller can change it (seller_inputs: true lets it in)")
                .contains("  country: protected")
                .containsPattern(
                        "May confidence be trusted\\? The error (falls|does not fall) as confidence" + " rises: ")
                .contains("Model in " + folder.resolve("out"))
                .contains("as a page in " + folder.resolve("out/report.html"));
        assertThat(folder.resolve("out/report.html")).content().contains("There is a usable signal");
        try (var models = Files.list(folder.resolve("out"))) {
            var model = models.filter(Files::isDirectory).findFirst().orElseThrow();
            assertThat(ModelFolder.read(model).scorer().encoding().columns())
                    .extracting("column")
                    .containsExactly("employees", "source");
        }
        var report =
                new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
        assertThat(report.path("judgement").path("auc").path("low").asDouble()).isGreaterThan(0.6);
    }

    @Test
    void whatWasKeptIsJudgedAgainWithoutTraining() throws IOException {
        run(arguments(2000, "--drop-leaks", "--no-ablation"));
        assertThat(said.toString()).contains("What each family of columns adds was not tried: not asked for.");
        Path model;
        try (var models = Files.list(folder.resolve("out"))) {
            model = models.filter(Files::isDirectory).findFirst().orElseThrow();
        }

        var again = new StringWriter();
        int code = new CommandLine(new EvaluateCommand())
                .setOut(new PrintWriter(again, true))
                .execute(
                        "--model",
                        model.toString(),
                        "--table",
                        folder.resolve("leads.csv").toString(),
                        "--schema",
                        folder.resolve("leads.yaml").toString(),
                        "--out",
                        folder.resolve("judged").toString(),
                        "--as-of",
                        "2026-08-01");

        assertThat(code).isZero();
        assertThat(again.toString())
                .contains("Verdict: usable signal.")
                .contains("Judged: " + ModelFolder.name(model) + ", which learned until 2026-")
                .doesNotContain("learned from  ")
                .doesNotContain("Chosen among");
        var json = new ObjectMapper();
        assertThat(json.readTree(folder.resolve("judged/report.json").toFile()).path("judgement"))
                .isEqualTo(json.readTree(folder.resolve("out/report.json").toFile())
                        .path("judgement"));
        assertThat(folder.resolve("judged/report.html")).content().contains("what a model is worth on newer rows");
    }

    @Test
    void tooFewRowsAreAVerdictNotANumber() throws IOException {
        assertThat(run(arguments(60, "--drop-leaks"))).isZero();

        assertThat(said.toString())
                .contains("Verdict: too few outcomes to learn from.")
                .doesNotContain("AUC");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        var missing = folder.resolve("nothing.csv").toString();

        assertThat(run("--table", missing, "--schema", schema().toString(), "--out", folder.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(problems).containsExactly("there is no file " + missing);
    }

    @Test
    void theExampleSchemasCanBeRead() throws IOException {
        try (var schemas = Files.list(ROOT.resolve("docs/examples/schemas"))) {
            assertThat(schemas.map(SchemaFile::read)).hasSize(2);
        }
    }
}
