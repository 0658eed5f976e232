package io.caucus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.scoring.learn.ModelFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class ModelsCommandTest {

    private static final Path PAGE = Path.of(System.getProperty("caucus.root", ".."), "docs", "models.md")
            .toAbsolutePath()
            .normalize();
    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
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
    /** What the page calls the models. */
    private static final String GOOD = "model-0123456789abcdef";

    private static final String POOR = "model-fedcba9876543210";

    @TempDir
    static Path training;

    private static Path good = Path.of(GOOD);
    private static Path poor = Path.of(POOR);

    @TempDir
    private Path data;

    @BeforeAll
    static void train() throws IOException {
        leads();
        good = trained("trained", SCHEMA);
        poor = trained("smaller", SCHEMA.replace("employees: {type: number}", "employees: {role: ignored}"));
    }

    /** Leads of a year; employees make a purchase likelier, and so does coming from the web. */
    private static void leads() throws IOException {
        var random = new SplittableRandom(7);
        var lines = new ArrayList<>(List.of("lead,asked,bought,employees,source"));
        for (int row = 0; row < 2000; row++) {
            var asked = LocalDate.of(2025, 1, 1).plusDays(row * 365L / 2000);
            double size = random.nextGaussian();
            boolean isWeb = random.nextInt(3) == 0;
            boolean bought = random.nextDouble() < 1 / (1 + Math.exp(1 - size - (isWeb ? 1.6 : 0)));
            lines.add("lead-%d,%s,%s,%d,%s"
                    .formatted(
                            row,
                            asked,
                            bought ? asked.plusDays(10) : "",
                            Math.max(1, Math.round(100 + 35 * size)),
                            isWeb ? "web" : "fair"));
        }
        Files.write(training.resolve("leads.csv"), lines);
    }

    private static Path trained(String name, String schema) throws IOException {
        var meaning = Files.writeString(training.resolve(name + ".yaml"), schema);
        var said = run(
                "train",
                "--table",
                training.resolve("leads.csv").toString(),
                "--schema",
                meaning.toString(),
                "--out",
                training.resolve(name).toString());
        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(said.text()).contains("Next: ./caucus models register --model " + training.resolve(name));
        try (var folders = Files.list(training.resolve(name))) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    /** Time stands still in the data folder, as it does in a demo. */
    @BeforeEach
    void stopTheClock() {
        Serving.byThisProcess("http://127.0.0.1/", Optional.of(MONDAY)).writeTo(data);
    }

    private record Said(int exitCode, String text) {}

    /** The whole program, as the launcher runs it; both its streams in one. */
    private static Said run(String... arguments) {
        var out = System.out;
        var err = System.err;
        var said = new ByteArrayOutputStream();
        try (var stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            int exitCode = CaucusCommand.run(arguments);
            return new Said(exitCode, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private Said models(String... arguments) {
        var all = new ArrayList<>(List.of("models"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return run(all.toArray(String[]::new));
    }

    private String done(String... arguments) {
        var said = models(arguments);
        assertThat(said.exitCode()).as(said.text()).isZero();
        return said.text();
    }

    private String refused(String... arguments) {
        var said = models(arguments);
        assertThat(said.exitCode()).as(said.text()).isEqualTo(ExitCode.BAD_INPUT);
        return said.text();
    }

    private JsonNode json(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        return new ObjectMapper().readTree(models(all.toArray(String[]::new)).text());
    }

    private void register(Path model) {
        done("register", "--model", model.toString(), "--by", "ana");
    }

    /** {@code -Dcaucus.update-docs=true} writes what the commands say into the page anew. */
    @Test
    void theExamplesOfThePageAreWhatTheCommandsSay() throws IOException {
        var page = Files.readString(PAGE);

        var told = Pattern.compile("(?m)^\\$ \\./caucus models (.*)\\n((?:(?!\\$ |```).*\\n)*)")
                .matcher(page)
                .replaceAll(example -> Matcher.quoteReplacement("$ ./caucus models %s\n%s"
                        .formatted(
                                example.group(1),
                                placeless(models(words(example.group(1))).text()))));

        if (Boolean.getBoolean("caucus.update-docs")) {
            Files.writeString(PAGE, told);
        } else {
            assertThat(page).isEqualTo(told);
        }
        assertThat(told).contains("Promoted: it is the champion").contains("worse beyond noise");
    }

    private static String[] words(String line) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.replace("trained/" + GOOD, good.toString())
                        .replace("smaller/" + POOR, poor.toString())
                        .replace(GOOD, ModelFolder.name(good))
                        .replace(POOR, ModelFolder.name(poor)))
                .toArray(String[]::new);
    }

    /** Without what differs from one machine to the next: places, and hashes. */
    private String placeless(String said) {
        return said.replace(ModelFolder.name(good), GOOD)
                .replace(ModelFolder.name(poor), POOR)
                .replace(data.toAbsolutePath().toString(), ".caucus")
                .replaceAll("Last hash: [0-9a-f]{16}", "Last hash: 0f1e2d3c4b5a6978")
                .replaceAll("fingerprint [0-9a-f]{64}", "fingerprint …");
    }

    @Test
    void aModelGoesFromTrainingToServingAndBack() throws IOException {
        register(good);
        assertThat(done("list"))
                .contains("challenger  " + ModelFolder.name(good))
                .contains("rules go on serving");
        assertThat(done("promote", "challenger", "--by", "bo")).contains("Promoted: it is the champion, by bo, line 2");

        assertThat(done("show", "champion"))
                .contains(": champion")
                .contains("2026-11-02T09:00:00Z by ana")
                .contains("base rate");
        assertThat(predicted("registry:champion").exitCode()).isZero();

        assertThat(done("rollback", "--by", "bo", "--reason", "it was a test"))
                .contains("none, as before; rules go on serving");
        assertThat(predicted("registry:champion"))
                .isEqualTo(new Said(
                        ExitCode.BAD_INPUT,
                        "there is no champion of 'a lead buys within 30 days of asking (30 days)'; ./caucus"
                                + " models list shows what there is\n"));
    }

    private Said predicted(String model) {
        return run(
                "predict",
                "--model",
                model,
                "--table",
                training.resolve("leads.csv").toString(),
                "--schema",
                training.resolve("trained.yaml").toString(),
                "--out",
                data.resolve("told.csv").toString(),
                "--data",
                data.toString());
    }

    @Test
    void aRegisteredModelPredictsWhatItDidWhereItWasTrained() throws IOException {
        register(good);
        assertThat(predicted(good.toString()).exitCode()).isZero();
        var before = Files.readAllBytes(data.resolve("told.csv"));

        assertThat(predicted("registry:" + ModelFolder.name(good)).exitCode()).isZero();

        assertThat(data.resolve("told.csv")).hasBinaryContent(before);
    }

    @Test
    void aWorseModelIsHeldUntilSomebodySaysWhy() throws IOException {
        register(good);
        done("promote", "challenger", "--by", "bo");
        register(poor);

        assertThat(refused("promote", "challenger", "--by", "bo"))
                .contains("failed")
                .contains("Not promoted");
        var held = json("promote", "challenger", "--by", "bo");
        assertThat(held.path("promoted").asBoolean()).isFalse();
        assertThat(held.path("gate")).hasSize(6);

        assertThat(done("promote", "challenger", "--by", "bo", "--despite", "employees are bought data and end in May"))
                .contains("Promoted");
        assertThat(done("log")).contains("despite the gate: employees are bought data and end in May");
        assertThat(json("list").path("targets").get(0).path("formerChampion").asText())
                .isEqualTo(ModelFolder.name(good));
    }

    @Test
    void whoRegisteredItCannotPromoteIt() {
        register(good);

        assertThat(refused("promote", "challenger", "--by", "Ana", "--despite", "I am sure"))
                .isEqualTo("ana registered %s and cannot be the one to approve of it; somebody else must promote it\n"
                        .formatted(ModelFolder.name(good)));
    }

    @Test
    void whatIsAskedInJsonIsAnsweredInJson() throws IOException {
        var registered = json("register", "--model", good.toString(), "--by", "ana");
        assertThat(registered.path("place").asText()).isEqualTo("challenger");
        var promoted = json("promote", "challenger", "--by", "bo");
        assertThat(promoted.path("entry").path("line").asInt()).isEqualTo(2);
        var shown = json("show", "champion");
        assertThat(shown.path("judgement").path("averagePrecision").path("low").asDouble())
                .isGreaterThan(0.3);
        assertThat(shown.path("dataFingerprint").asText()).hasSize(64);
        assertThat(Path.of(shown.path("card").asText())).exists();
        var back = json("rollback", "--by", "bo", "--reason", "enough");
        assertThat(back.path("event").asText()).isEqualTo("rolled-back");
        assertThat(json("log").path("entries")).hasSize(3);
    }

    @Test
    void aDamagedVersionIsNamedWhereverItIsMet() throws IOException {
        register(good);
        register(poor);
        Files.writeString(data.resolve("models").resolve(ModelFolder.name(good)).resolve("report.json"), "{}");

        assertThat(refused("list")).contains("DAMAGED: ").contains(ModelFolder.name(poor));
        assertThat(refused("show", ModelFolder.name(good))).contains("is damaged or was changed: its SHA-256 is ");
        assertThat(predicted("registry:" + ModelFolder.name(good)).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void aLineThatIsGoneIsMissedByWhoNotedItsHash() throws IOException {
        register(good);
        done("promote", "challenger", "--by", "bo");
        var last = json("log").path("entries").get(1).path("hash").asText();
        assertThat(done("log", "--holds", last.substring(0, 16))).contains("Last hash: " + last.substring(0, 16));
        var log = data.resolve("models/changelog.jsonl");
        Files.write(log, Files.readAllLines(log).subList(0, 1));

        assertThat(refused("log", "--holds", last)).contains("no line of the changelog has the hash '" + last);
    }

    @Test
    void anEmptyRegistrySaysWhatToDoNext() {
        assertThat(done("list")).contains("Next: ./caucus models register");
        assertThat(done("log")).contains("Next: ./caucus models register");
        assertThat(refused("show", "champion")).contains("./caucus models register registers one");
        assertThat(refused("rollback", "--by", "bo", "--reason", "x"))
                .contains("./caucus models register registers one");
    }

    @Test
    void withoutASubcommandItSaysWhichThereAre() {
        var said = run("models");

        assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(said.text()).contains("register, list, show, promote, rollback or log");
    }
}
