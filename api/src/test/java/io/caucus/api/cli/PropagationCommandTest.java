package io.caucus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PropagationCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT =
            Path.of(System.getProperty("caucus.root", "..")).toAbsolutePath().normalize();
    private static final Path EXAMPLE = ROOT.resolve("docs/examples/events.csv");
    private static final String COMMAND =
            "$ ./caucus propagation --events docs/examples/events.csv --rejects rejected.jsonl\n";

    @TempDir
    Path folder;

    /** Runs the command on a data folder of its own. */
    private String run(Path events, String... more) {
        var said = new StringWriter();
        assertThat(execute(said, new ArrayList<>(), events, more)).isZero();
        return said.toString();
    }

    /** What it says when it cannot. */
    private String refusal(Path events, String... more) {
        var problems = new ArrayList<String>();
        assertThat(execute(new StringWriter(), problems, events, more)).isEqualTo(ExitCode.BAD_INPUT);
        return problems.getFirst();
    }

    private int execute(StringWriter said, List<String> problems, Path events, String... more) {
        var arguments = new ArrayList<>(List.of("--events", events.toString(), "--data", folder.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new PropagationCommand())
                .setOut(new PrintWriter(said, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    problems.add(String.valueOf(problem.getMessage()));
                    return problem instanceof BadInput ? ExitCode.BAD_INPUT : ExitCode.FAILED;
                })
                .execute(arguments.toArray(String[]::new));
    }

    private JsonNode document(Path events, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--json");
        return JSON.readTree(run(events, arguments.toArray(String[]::new)));
    }

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), text);
    }

    /** {@code -Dcaucus.update-docs=true} writes the document anew. */
    @Test
    void theDocumentShowsWhatTheExampleComesTo() throws IOException {
        var page = ROOT.resolve("docs/propagation.md");
        var text = Files.readString(page);
        int from = text.indexOf(COMMAND) + COMMAND.length();
        int to = text.indexOf("```", from);

        var said = run(EXAMPLE, "--rejects", folder.resolve("rejected.jsonl").toString())
                .replace(ROOT + "/", "")
                .replace(folder.toAbsolutePath() + "/", "");

        if (Boolean.getBoolean("caucus.update-docs")) {
            Files.writeString(page, text.substring(0, from) + said + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(said);
        }
    }

    @Test
    void theOrderOfRowsMakesNoDifference() throws IOException {
        var rows = new ArrayList<>(Files.readAllLines(EXAMPLE));
        var header = rows.removeFirst();
        Collections.shuffle(rows, new Random(1));

        var shuffled = document(log(header + "\n" + String.join("\n", rows) + "\n"), "--strengths", "pairs");

        var straight = document(EXAMPLE, "--strengths", "pairs");
        for (String field : List.of("movers", "pairs", "strengths", "explicitCredit", "blindCredit", "byThemselves")) {
            assertThat(shuffled.get(field)).as(field).isEqualTo(straight.get(field));
        }
        assertThat(document(EXAMPLE, "--strengths", "pairs")).isEqualTo(straight);
    }

    /** An hour after ana, bo: (1 + 1)^−1.3 against 0.02 for acting alone. */
    @Test
    void creditsAreThoseOfTheDefinition() throws IOException {
        var events = log("""
                at,actor,channel
                2026-03-02T08:00:00Z,ana,mail
                2026-03-02T09:00:00Z,bo,web
                """);
        var file = folder.resolve("credits.csv");

        var document = document(events, "--credits", file.toString());

        double weight = Math.pow(2, -1.3);
        double credit = weight / (0.02 + weight);
        assertThat(document.get("reading").asText()).isEqualTo("ACCOUNT");
        assertThat(document.get("activations").asInt()).isEqualTo(2);
        var mover = document.get("movers").get(0);
        assertThat(mover.get("person").asText()).isEqualTo("ana");
        assertThat(mover.get("direct").asDouble()).isEqualTo(credit, within(1e-15));
        assertThat(document.get("byThemselves").asDouble()).isEqualTo(2 - credit, within(1e-15));
        var cells = Files.readAllLines(file).get(1).split(",", -1);
        assertThat(cells).hasSize(9);
        assertThat(Double.parseDouble(cells[3])).isEqualTo(credit);
        cells[3] = "credit";
        assertThat(cells)
                .containsExactly("ana", "bo", "2026-03-02T09:00:00Z", "credit", "1.0", "mail", "blind", "2", "3");
        assertThat(Files.readString(file))
                .startsWith("actor,activated,at,credit,lag_hours,channel,evidence,actor_line,activated_line\n");
    }

    @Test
    void aNameThatReadsAsAFormulaIsHarmlessInTheTable() throws IOException {
        var file = folder.resolve("credits.csv");

        run(log("at,actor\n2026-03-02T08:00:00Z,=1+1\n2026-03-02T09:00:00Z,bo\n"), "--credits", file.toString());

        assertThat(Files.readAllLines(file).get(1)).startsWith("'=1+1,bo,");
    }

    @Test
    void whatCannotBeIsSaidWithWhatToDo() throws IOException {
        var events = log("at,actor\n2026-03-02T08:00:00Z,ana\n2026-03-02T09:00:00Z,bo\n");

        assertThat(refusal(events, "--fit")).contains("0 triggers are known, must be at least 20");
        assertThat(refusal(events, "--exponent", "0")).contains("scale 3.6E9 and exponent 0.0, both must be positive");
        assertThat(refusal(events, "--odds", "1,2")).contains("has 2 numbers, must have 3");
        assertThat(refusal(events, "--shifts", "0")).contains("--shifts is 0");
        assertThat(refusal(log("at,actor\nsoon,ana\n"))).contains("no row that can be read, of 1");
    }

    /** The mail archive in our columns: who is judged against who is known, as in {@code ./caucus bench TRUTH-2}. */
    @Test
    void theMailArchiveSaysWhoTriggeredWhat() throws IOException {
        var folderOfMail = dataSet("enron");
        var triggers = rows(folderOfMail.resolve("triggered_messages_before_2001-09.csv")).stream()
                .filter(row -> "1".equals(cell(row, "n_candidate_triggers")))
                .collect(Collectors.toMap(row -> cell(row, "message_id"), row -> cell(row, "trigger_message_id")));
        var lines = rows(folderOfMail.resolve("messages_deidentified_before_2001-09.csv")).stream()
                .map(row -> String.join(
                        ",",
                        cell(row, "unix_time"),
                        cell(row, "sender_id"),
                        cell(row, "recipient_ids"),
                        cell(row, "kind"),
                        cell(row, "message_id"),
                        triggers.getOrDefault(cell(row, "message_id"), "")))
                .collect(Collectors.joining("\n", "at,actor,reached,channel,id,response_to\n", "\n"));

        var document = document(log(lines), "--fit", "--between", " ", "--shifts", "1", "--strengths", "none");

        assertThat(document.get("reading").asText()).isEqualTo("MAIL");
        assertThat(document.get("rows").get("rejected").asInt()).isZero();
        var judgements = document.get("trial").get("judgements");
        assertThat(judgements.get("Caucus fitted, blind").get("hitAt1").asDouble())
                .isGreaterThanOrEqualTo(0.80);
        assertThat(judgements.get("Caucus fitted, blind").get("logLoss").asDouble())
                .isLessThanOrEqualTo(0.58);
        assertThat(judgements.get("Caucus fitted").get("hitAt1").asDouble()).isGreaterThanOrEqualTo(0.92);
        assertThat(judgements.get("latest").get("hitAt1").asDouble()).isBetween(0.70, 0.78);
    }

    /** Cascades on a known network, one row for each step: the edges are found from the strengths of pairs. */
    @Test
    void cascadesSayWhoCanMoveWhom() throws IOException {
        var files = dataSet("netinf-snap").resolve("netinf");
        var lines = new ArrayList<>(List.of("at,actor,cascade"));
        int cascade = 0;
        for (String line : afterPeople(files.resolve("example-cascades.txt"))) {
            var cells = line.substring(line.indexOf(';') + 1).split(",", -1);
            for (int cell = 0; cell < cells.length; cell += 2) {
                lines.add("%s,%s,%d".formatted(cells[cell + 1], cells[cell], cascade));
            }
            cascade++;
        }
        var edges = afterPeople(files.resolve("example-network.txt")).stream()
                .map(line -> Arrays.stream(line.split(",", -1)).limit(2).collect(Collectors.joining(">")))
                .collect(Collectors.toSet());

        var pairs = folder.resolve("pairs.csv");
        var document = document(log(String.join("\n", lines) + "\n"), "--shifts", "1", "--pairs", pairs.toString());

        assertThat(document.get("reading").asText()).isEqualTo("CASCADES");
        assertThat(auc(rows(pairs), edges)).isGreaterThan(0.975);
    }

    /** Pairs that are not there share the last place. */
    private static double auc(List<Map<String, String>> pairs, Set<String> edges) {
        Map<String, Double> strengths = new HashMap<>();
        pairs.forEach(pair ->
                strengths.put(cell(pair, "from") + ">" + cell(pair, "to"), Double.parseDouble(cell(pair, "strength"))));
        double wins = 0;
        long compared = 0;
        for (int from = 0; from < 32; from++) {
            for (int to = 0; to < 32; to++) {
                var other = from + ">" + to;
                if (from == to || edges.contains(other)) {
                    continue;
                }
                double no = strengths.getOrDefault(other, 0.0);
                for (String edge : edges) {
                    double yes = strengths.getOrDefault(edge, 0.0);
                    wins += yes > no ? 1 : yes == no ? 0.5 : 0;
                    compared++;
                }
            }
        }
        return wins / compared;
    }

    private static List<String> afterPeople(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return lines.subList(lines.indexOf(""), lines.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Rows of a file in which nothing is quoted. */
    private static List<Map<String, String>> rows(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var names = lines.getFirst().split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var cells = line.split(",", -1);
                    Map<String, String> row = new TreeMap<>();
                    for (int column = 0; column < names.length; column++) {
                        row.put(names[column], cells[column]);
                    }
                    return row;
                })
                .toList();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static Path dataSet(String name) {
        var set = Path.of(System.getProperty("caucus.shared-data", "../../shared/data"))
                .resolve(name);
        assumeTrue(Files.isDirectory(set), () -> "skipped: data set %s not found".formatted(name));
        return set;
    }
}
