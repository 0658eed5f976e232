package io.caucus.cypher;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.cypher.NamedStatement.Access;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.RelationshipType;
import io.caucus.testkit.RandomWorlds;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.summary.GqlStatusObject;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/** Holds every statement to the contract on top of its file. Migrations change the schema and are none. */
@Tag("neo4j")
class StatementContractTest {

    private static final String MIGRATIONS = "migrations/";
    private static final String PARTS = "parts/";
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("//.*|'[^']*'");
    private static final Pattern PARAMETER = Pattern.compile("\\$(given\\.\\w+|\\w+)");
    /** Of a label, a relationship type, a property. */
    private static final Set<String> UNKNOWN_WORD = Set.of("01N50", "01N51", "01N52");
    /** {@code :Label}, {@code :A|B}, {@code [r:TYPE|OTHER}: a colon after a bracket or a name, then names; never a map's key. */
    private static final Pattern LABELS_OR_TYPES = Pattern.compile("[(\\[]\\w*:([A-Z]\\w*(?:\\|[A-Z]\\w*)*)");

    /** A server plans by what it has counted, and on an empty graph a scan costs nothing. */
    @BeforeAll
    static void fillTheGraph() {
        var server = SharedServer.get();
        server.wipe();
        try (var neo4j = server.open()) {
            neo4j.factWriter().write("batch", RandomWorlds.sourced(RandomWorlds.retoldAccounts(7, 15)));
        }
        try (var session = server.driver().session()) {
            session.run("CALL db.clearQueryCaches()").consume();
        }
    }

    static Stream<NamedStatement> statements() throws IOException, URISyntaxException {
        return files().filter(name -> !name.startsWith(MIGRATIONS) && !name.startsWith(PARTS))
                .map(NamedStatement::load);
    }

    static Stream<StatementPart> parts() throws IOException, URISyntaxException {
        return files().filter(name -> name.startsWith(PARTS))
                .map(name -> StatementPart.load(name.substring(PARTS.length())));
    }

    private static Stream<String> files() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(StatementContractTest.class.getResource("/cypher/write"));
        var root = Path.of(folder.toURI()).resolveSibling("");
        try (var files = Files.walk(root)) {
            return files
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".cypher"))
                    .map(name -> name.substring(0, name.length() - ".cypher".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereAreStatementsToHoldToTheirContracts() throws Exception {
        assertThat(statements()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void theParametersUsedAreTheParametersDeclared(NamedStatement statement) {
        var used = PARAMETER
                .matcher(withoutComments(statement))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(new TreeSet<>(statement.parameters().keySet()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void onlyWordsOfTheVocabularyAreUsed(NamedStatement statement) {
        var used = LABELS_OR_TYPES
                .matcher(withoutComments(statement))
                .results()
                .flatMap(match -> Stream.of(match.group(1).split("\\|", -1)))
                .toList();

        assertThat(vocabulary()).containsAll(used);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void theServerAgreesWithTheContract(NamedStatement statement) {
        var explained = explain(statement);
        var operators = operators(explained.plan()).toList();

        assertThat(explained.queryType())
                .isEqualTo(statement.access() == Access.READ ? QueryType.READ_ONLY : expectedOfAWrite(statement));
        assertThat(explained.columns())
                .isEqualTo(List.copyOf(statement.columns().keySet()));
        assertThat(explained.unknownWords()).isEmpty();
        assertThat(operators).doesNotContain("AllNodesScan", "CartesianProduct");
        assertThat(operators.stream().anyMatch(StatementContractTest::isScan))
                .as("reads all of a label or type, in %s", operators)
                .isEqualTo(statement.labelScan().isPresent());
        assertThat(operators).anyMatch(operator -> isIndexed(operator) || isScan(operator));
    }

    @Test
    void aWordThatIsNotInTheGraphIsTold() {
        try (var session = SharedServer.get().driver().session()) {
            var summary = session.run("EXPLAIN MATCH (:Nobody)-[:NOWHERE]->(n) RETURN n.nothing")
                    .consume();

            assertThat(unknownWords(summary)).hasSize(3);
        }
    }

    /** So that a statement may begin with any parts together. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void aPartGivesWhatItSaysAndKeepsWhatWasThere(StatementPart part) {
        var before = StatementPart.inOrder(List.of(part.name()));
        var given = before.stream().flatMap(earlier -> earlier.gives().stream()).toList();
        var text = before.stream().map(StatementPart::text).collect(Collectors.joining());

        var statement = text + "RETURN " + String.join(", ", given);
        try (var session = SharedServer.get().driver().session()) {
            for (String account : List.of("random:a0", "random:nobody")) {
                assertThat(session.run(statement, asking(text, account)).list())
                        .as("rows of %s", account)
                        .hasSize(1);
            }
        }
    }

    /** Whatever else a part reads is not given. */
    private static Map<String, @Nullable Object> asking(String text, String account) {
        var asked = new HashMap<String, @Nullable Object>();
        PARAMETER.matcher(text).results().forEach(match -> asked.put(match.group(1), null));
        asked.put("accountId", account);
        asked.put("asOf", RandomWorlds.NOW.atZone(UTC));
        return asked;
    }

    private static QueryType expectedOfAWrite(NamedStatement statement) {
        return statement.columns().isEmpty() ? QueryType.WRITE_ONLY : QueryType.READ_WRITE;
    }

    private record Explained(List<String> columns, QueryType queryType, Plan plan, List<String> unknownWords) {}

    /** In a transaction that the driver begins anew if a busy machine keeps the server from answering. */
    private static Explained explain(NamedStatement statement) {
        try (var session = SharedServer.get().driver().session()) {
            return session.executeWrite(transaction -> {
                var result = transaction.run("EXPLAIN " + statement.text(), parameters(statement));
                var columns = result.keys();
                var summary = result.consume();
                return new Explained(
                        columns, summary.queryType(), summary.queryPlan().orElseThrow(), unknownWords(summary));
            });
        }
    }

    /** The server keeps no plan of a statement with such words. */
    private static List<String> unknownWords(ResultSummary summary) {
        return summary.gqlStatusObjects().stream()
                .filter(status -> UNKNOWN_WORD.contains(status.gqlStatus()))
                .map(GqlStatusObject::statusDescription)
                .toList();
    }

    private static Map<String, @Nullable Object> parameters(NamedStatement statement) {
        var parameters = new HashMap<String, @Nullable Object>();
        statement.parameters().keySet().forEach(name -> parameters.put(name, null));
        return statement.sent(parameters);
    }

    private static Stream<String> operators(Plan plan) {
        return Stream.concat(
                Stream.of(operator(plan)), plan.children().stream().flatMap(StatementContractTest::operators));
    }

    private static String operator(Plan plan) {
        return plan.operatorType().replaceFirst("@.*", "");
    }

    /** The only procedure that statements call asks the full-text index. */
    private static boolean isIndexed(String operator) {
        return operator.contains("Index")
                || operator.startsWith("MergeUniqueNode")
                || operator.startsWith("ProcedureCall");
    }

    private static boolean isScan(String operator) {
        return operator.contains("Scan") && !isIndexed(operator);
    }

    private static Set<String> vocabulary() {
        return Stream.concat(
                        Stream.of(NodeLabel.values()).map(NodeLabel::inCypher),
                        Stream.of(RelationshipType.values()).map(Enum::name))
                .collect(Collectors.toSet());
    }

    private static String withoutComments(NamedStatement statement) {
        return COMMENT_OR_TEXT.matcher(statement.text()).replaceAll("");
    }
}
