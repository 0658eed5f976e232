package io.caucus.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.scoring.train.TreeTrainer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's first command, and what README says one sees. */
@Tag("neo4j")
class DemoIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path EXAMPLES = Launcher.ROOT.resolve("docs/examples");

    @TempDir
    static Path folder;

    private static Launcher caucus;
    private static JsonNode ready;

    @BeforeAll
    static void startTheDemo() throws IOException {
        caucus = new Launcher(folder.resolve("data"));
        var demo = caucus.run("demo", "--port", "0", "--detach", "--json");
        assertThat(demo.exitCode()).as(demo.err()).isZero();
        ready = JSON.readTree(demo.out());
    }

    @AfterAll
    static void stopIt() {
        var stop = caucus.run("stop");
        assertThat(stop.out()).startsWith("Stopped the service at http://127.0.0.1:");
        assertThat(caucus.run("stop").out()).startsWith("Nothing was running on");
    }

    @Test
    void oneLineTellsScriptsWhereEverythingIs() {
        assertThat(ready.properties().stream().map(Map.Entry::getKey))
                .containsExactly("url", "graphql", "token", "pid", "signIn");
        assertThat(ProcessHandle.of(ready.get("pid").asLong())).isPresent();
    }

    @Test
    void theQuestionOfTheReadmeHasTheAnswerOfTheReadme() throws Exception {
        var question = Files.readString(EXAMPLES.resolve("first-question.graphql"));
        var answer = Files.readString(EXAMPLES.resolve("first-question.json"));
        var readme = Files.readString(Launcher.ROOT.resolve("README.md"));

        var answered = ask(question);

        assertThat(JSON.readTree(answered.body())).isEqualTo(JSON.readTree(answer));
        assertThat(readme).contains("```graphql\n" + question + "```").contains("```json\n" + answer + "```");
    }

    @Test
    void theLinkSignsABrowserInOnceAndLeadsToThePage() throws Exception {
        var link = URI.create(caucus.run("signin").out().strip());

        var first = get(link);
        var second = get(link);

        assertThat(first.statusCode()).isBetween(300, 399);
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict");
        assertThat(second.statusCode()).isEqualTo(401);
    }

    @Test
    void startingTwiceIsRefusedWithTheAddressOfTheFirst() {
        var again = caucus.run("demo", "--port", "0");

        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(again.err())
                .contains("serves")
                .contains(ready.get("url").asText())
                .contains("caucus stop");
    }

    @Test
    void aScoreIsExplainedInATerminal() {
        var known = caucus.run("explain", "world:acct-001");
        var unknown = caucus.run("explain", "world:nobody");

        assertThat(known.out())
                .contains("Northwind Robotics")
                .contains("points: base")
                .contains("associated with");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).contains("No account 'world:nobody' in the graph as of 2026-11-02T09:00:00Z.");
    }

    @Test
    void whatDocsSayCanBeAskedOfAScoreHasAnAnswer() throws IOException {
        var commands = Files.readString(Launcher.ROOT.resolve("docs/scoring.md"))
                .lines()
                .filter(line -> line.startsWith("./caucus explain "))
                .toList();

        assertThat(commands).hasSizeGreaterThanOrEqualTo(4);
        for (String command : commands) {
            var answer = caucus.run(arguments(command));
            assertThat(answer.exitCode()).as("%s: %s", command, answer.err()).isZero();
            assertThat(answer.out()).as(command).contains("world:acct-001");
        }
    }

    @Test
    void whatChangedIsSplitIntoCausesThatAddUp() throws IOException {
        var split = JSON.readTree(caucus.run("explain", "world:acct-001", "--since", "2026-10-01", "--json")
                .out());
        var backwards = caucus.run("explain", "world:acct-001", "--since", "2026-12-01");

        assertThat(split.get("causes").properties().stream().map(Map.Entry::getKey))
                .containsExactly("agedFacts", "newFacts", "newFactsElsewhere", "model", "policy");
        double points = 0;
        for (JsonNode cause : split.get("causes")) {
            points += cause.get("basePoints").asDouble();
            for (JsonNode feature : cause.get("features")) {
                points += feature.get("points").asDouble();
            }
        }
        assertThat(points)
                .isCloseTo(
                        split.at("/after/probability").asDouble()
                                - split.at("/before/probability").asDouble(),
                        within(1e-12));
        assertThat(split.get("learned").asInt()).isPositive();
        assertThat(backwards.exitCode()).isEqualTo(3);
        assertThat(backwards.err()).contains("must be before 2026-11-02T09:00:00Z");
    }

    @Test
    void theWayToABandIsMeasuredAndAnUnknownBandRefused() throws IOException {
        var there = caucus.run("explain", "world:acct-001", "--why-not", "high");
        var unknown = caucus.run("explain", "world:acct-001", "--why-not", "best");

        assertThat(there.out()).contains("It is there already: high begins at 40 %.");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).contains("no band 'best'; there are low, medium, high");
    }

    @Test
    void whatIsSupposedIsScoredOrRefusedWithTheReason() throws IOException {
        var met = JSON.readTree(caucus.run("explain", "world:acct-001", "--what-if", "meet legal", "--json")
                .out());
        var nobody = caucus.run("explain", "world:acct-001", "--what-if", "lose Nobody Known");

        assertThat(met.get("note").asText()).startsWith("An association, not a promise");
        assertThat(met.at("/difference/points").asDouble())
                .isCloseTo(
                        met.at("/after/probability").asDouble()
                                - met.at("/before/probability").asDouble(),
                        within(1e-12));
        assertThat(nobody.exitCode()).isEqualTo(3);
        assertThat(nobody.err()).contains("Nobody at account 'world:acct-001' is called 'Nobody Known'");
    }

    /** As a shell takes it apart: blanks separate, unless within quotes. */
    private static String[] arguments(String command) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(command.substring("./caucus ".length()))
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }

    @Test
    void everyNumberOfAnAccountIsShownWithWhatItWasMadeOf() throws IOException {
        var shown = caucus.run("features", "world:acct-001");
        var nobody = caucus.run("features");

        assertThat(shown.out())
                .startsWith("Northwind Robotics (world:acct-001) as of 2026-11-02T09:00:00Z")
                .contains("People engaged  (committee.breadth_30d)")
                .contains("took part.");
        assertThat(nobody.exitCode()).isEqualTo(3);
        assertThat(nobody.err()).contains("Give an account, or --all for all of them.");
    }

    @Test
    void theNumbersOfAllAccountsAreATable() throws IOException {
        var file = folder.resolve("now.csv");
        var one =
                JSON.readTree(caucus.run("features", "world:acct-001", "--json").out());

        var written = JSON.readTree(caucus.run("features", "--all", "--table", file.toString(), "--json")
                .out());
        var lines = Files.readAllLines(file);

        assertThat(written.get("rows").asInt()).isEqualTo(200);
        assertThat(lines).hasSize(201);
        assertThat(lines.getFirst().split(",", -1)).hasSize(3 + one.size());
        assertThat(rowOf("world:acct-001", lines)).isEqualTo(values(one));
    }

    private static List<String> rowOf(String account, List<String> lines) {
        var row = lines.stream()
                .filter(line -> line.startsWith(account + ","))
                .findFirst()
                .orElseThrow();
        return List.of(row.split(",", -1)).subList(3, row.split(",", -1).length);
    }

    private static List<String> values(JsonNode features) {
        return StreamSupport.stream(features.spliterator(), false)
                .map(feature -> feature.path("value").asText(""))
                .toList();
    }

    @Test
    void aGridHasEachAccountAtTheEndOfEachMonthFromWhenItWasKnown() throws IOException {
        var file = folder.resolve("training.arrow");

        var written = JSON.readTree(caucus.run(
                        "features",
                        "--all",
                        "--grid",
                        "monthly",
                        "--from",
                        "2026-09",
                        "--to",
                        "2026-10",
                        "--table",
                        file.toString(),
                        "--json")
                .out());
        var backwards = caucus.run(
                "features", "--all", "--grid", "monthly", "--from", "2026-10", "--to", "2026-09", "--table", "t.csv");

        assertThat(written.get("instants").toString())
                .isEqualTo("[\"2026-09-30T23:59:59.999Z\",\"2026-10-31T23:59:59.999Z\"]");
        assertThat(written.get("rows").asInt()).isBetween(201, 400);
        assertThat(file).isNotEmptyFile();
        assertThat(backwards.exitCode()).isEqualTo(3);
        assertThat(backwards.err()).contains("--from 2026-10 is after --to 2026-09");
    }

    /** From the graph to a table, and from the table to a verdict: whatever it is, a demo of this size may have no signal. */
    @Test
    void aTableToLearnFromCanBeLearnedFrom() throws IOException {
        var table = tableToLearnFrom("account.converts", "2025-11");
        assertThat(schemaOf(table)).content().contains("observed_until: 2026-11-02T09:00:00Z");

        assumeTrue(TreeTrainer.isAvailable(), "XGBoost does not load here; install libgomp1");
        var out = folder.resolve("converts");
        var trained = train(table, out);

        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(JSON.readTree(trained.out()).get("verdict").asText()).isIn("SIGNAL", "NO_SIGNAL", "TOO_FEW");
        assertThat(out.resolve("report.html")).isNotEmptyFile();
    }

    /** Deals of the demo's world say where they came from once they are won, and date it back: what the linter is there for. */
    @Test
    void whatTellsTheOutcomeHasToBeLeftOut() throws IOException {
        var table = tableToLearnFrom("opportunity.slips", "2026-04");
        assumeTrue(TreeTrainer.isAvailable(), "XGBoost does not load here; install libgomp1");
        var out = folder.resolve("slips");

        var leaking = train(table, out);
        var trained = train(table, out, "--drop-leaks");

        assertThat(leaking.exitCode()).isEqualTo(3);
        assertThat(JSON.readTree(leaking.out()).get("leaks").findValuesAsText("column"))
                .containsExactly("leadSource");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(JSON.readTree(trained.out()).get("verdict").asText()).isIn("SIGNAL", "NO_SIGNAL", "TOO_FEW");
    }

    @Test
    void theWeeksToComeOfOpenOpportunitiesAreATable() throws IOException {
        var file = folder.resolve("open.csv");

        var asked = caucus.run("features", "--all", "--table", file.toString(), "--target", "opportunity.slips");

        assertThat(asked.out()).as(asked.err()).contains("Next: ./caucus predict");
        var lines = Files.readAllLines(file);
        assertThat(lines.getFirst())
                .startsWith("accountId,asOf,catalogueVersion,question,cutoff,weeksAhead,")
                .doesNotContain("outcomeAt");
        var now = Instant.parse("2026-11-02T09:00:00Z");
        assertThat(lines.subList(1, lines.size())).hasSizeGreaterThan(100).allSatisfy(line -> {
            var cells = line.split(",", -1);
            assertThat(cells[3]).endsWith("@" + now);
            assertThat(Instant.parse(cells[4])).isEqualTo(now.plus(Duration.ofDays(7 * Long.parseLong(cells[5]))));
        });
    }

    private static Path tableToLearnFrom(String target, String from) {
        var file = folder.resolve(target + ".csv");
        var table = caucus.run(
                "features",
                "--all",
                "--grid",
                "monthly",
                "--from",
                from,
                "--to",
                "2026-07",
                "--table",
                file.toString(),
                "--target",
                target);
        assertThat(table.out()).as(table.err()).contains("Next: ./caucus train --table " + file);
        return file;
    }

    private static Path schemaOf(Path table) {
        return table.resolveSibling(table.getFileName().toString().replace(".csv", ".yaml"));
    }

    private static Launcher.Run train(Path table, Path out, String... more) {
        var arguments = new ArrayList<>(List.of(
                "train",
                "--table",
                table.toString(),
                "--schema",
                schemaOf(table).toString(),
                "--out",
                out.toString(),
                "--as-of",
                "2026-11-02T09:00:00Z",
                "--no-ablation",
                "--json"));
        arguments.addAll(List.of(more));
        return caucus.runAlone(arguments.toArray(String[]::new));
    }

    @Test
    void thePageAndTheEditorAreThere() throws Exception {
        assertThat(withToken("").body()).contains("<title>Caucus");
        assertThat(withToken("graphiql").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> ask(String query) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(ready.get("graphql").asText()))
                        .header("Authorization", "Bearer " + ready.get("token").asText())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> withToken(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(ready.get("url").asText() + path))
                        .header("Authorization", "Bearer " + ready.get("token").asText())
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
