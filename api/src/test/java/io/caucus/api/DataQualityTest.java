package io.caucus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.api.graphql.GraphPorts;
import io.caucus.cypher.Neo4j;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityQuestion;
import io.caucus.graphmodel.quality.QualityRules;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.ingest.ImportRequest;
import io.caucus.ingest.Importer;
import io.caucus.ingest.conversation.Competitors;
import io.caucus.ingest.conversation.RuleExtractor;
import io.caucus.testkit.Neo4jServer;
import io.caucus.testkit.QualityOracle;
import io.caucus.testkit.RandomWorlds;
import io.caucus.world.World;
import io.caucus.world.WorldSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of the report, asked for over HTTP, against counts taken without a graph. */
@Tag("neo4j")
class DataQualityTest {

    private static final String REPORT = """
            query ($asOf: DateTime, $source: String) { dataQuality(asOf: $asOf, source: $source) {
              asOf source
              measures { measure title meaning subject part whole share
                         examples { kind key source { file line } } cypher { statement parameters } }
              imports { source batch expectations { file record column rule judged failed met lines } } } }
            """;

    private static final int BATCH = 1000;
    private static final LocalDate EXPORTED = LocalDate.of(2017, 12, 31);

    @TempDir
    Path folder;

    private Neo4j neo4j;
    private TestServer server;

    @BeforeEach
    void start() {
        var database = Neo4jServer.shared();
        database.wipe();
        neo4j = Neo4j.open(database.uri(), database.user(), database.password(), InstantSource.fixed(RandomWorlds.NOW));
        neo4j.migrate();
        server = TestServer.start(
                folder,
                new GraphPorts(
                        neo4j.accountGraph(),
                        neo4j.accountIndex(),
                        neo4j.entityDirectory(),
                        neo4j.assessmentStore(),
                        neo4j.dataQuality(),
                        neo4j.importMemory()));
    }

    @AfterEach
    void stop() {
        Optional.ofNullable(server).ifPresent(TestServer::close);
        Optional.ofNullable(neo4j).ifPresent(Neo4j::close);
    }

    @Test
    void aGeneratedWorldHasTheFlawsThatCountingItsFactsFinds() throws Exception {
        var records = World.generate(new WorldSettings(5, 60, RandomWorlds.NOW))
                .records()
                .toList();
        for (int from = 0; from < records.size(); from += BATCH) {
            neo4j.factWriter().write("world", records.subList(from, Math.min(records.size(), from + BATCH)));
        }
        var facts = records.stream()
                .flatMap(record -> record.facts().stream())
                .<Fact>map(fact -> fact)
                .toList();

        var report = report(Map.of());

        assertThat(numbers(report)).isEqualTo(expected(facts));
        assertThat(report.get("measures"))
                .allSatisfy(measured -> assertThat(measured.get("examples"))
                        .allSatisfy(example ->
                                assertThat(example.get("source").size()).isPositive()));
    }

    private static List<String> expected(List<Fact> facts) {
        var question = new QualityQuestion(new AsOf(RandomWorlds.NOW), Optional.empty());
        return Stream.of(QualityMeasure.values())
                .flatMap(measure -> QualityOracle.measure(measure, question, QualityRules.DEFAULT, facts).stream())
                .map(DataQualityTest::number)
                .toList();
    }

    private static String number(Measurement measured) {
        return "%s %s: %d of %d".formatted(measured.measure(), measured.subject(), measured.part(), measured.whole());
    }

    private static List<String> numbers(JsonNode report) {
        var numbers = new ArrayList<String>();
        report.get("measures")
                .forEach(measured -> numbers.add("%s %s: %d of %d"
                        .formatted(
                                measured.get("measure").asText(),
                                measured.get("subject").asText("").replace("null", ""),
                                measured.get("part").asLong(),
                                measured.get("whole").asLong())));
        return numbers;
    }

    @Test
    void theRealMavenSetHasTheFlawsThatCountingItsRowsFinds() throws Exception {
        var set = Path.of(System.getProperty("caucus.shared-data", "../../shared/data"))
                .resolve("maven-crm");
        if (!Files.isDirectory(set)) {
            System.out.println("skipped: data set maven-crm not found");
        }
        assumeTrue(Files.isDirectory(set), "skipped: data set maven-crm not found");
        new Importer(
                        neo4j.factWriter(),
                        neo4j.entityDirectory(),
                        RuleExtractor.with(Competitors.NONE),
                        neo4j.importMemory())
                .run(new ImportRequest("maven-crm", set, "maven", folder.resolve("rejects.jsonl"))
                        .withNow(RandomWorlds.NOW));
        var deals = rows(set.resolve("sales_pipeline.csv"));
        var told =
                deals.stream().filter(deal -> !value(deal, "account").isEmpty()).toList();
        long open = told.stream()
                .filter(deal -> value(deal, "close_date").isEmpty())
                .count();
        long closed = told.size() - open;
        long stale = told.stream()
                .filter(deal -> value(deal, "close_date").isEmpty()
                        && !value(deal, "engage_date").isEmpty())
                .filter(deal -> !day(deal, "engage_date").isAfter(EXPORTED.minusDays(30)))
                .count();
        long closedWeekAgo = told.stream()
                .filter(deal -> !value(deal, "close_date").isEmpty())
                .filter(deal -> !day(deal, "close_date").isAfter(EXPORTED.minusDays(7)))
                .count();

        var report = report(Map.of("asOf", "2017-12-31T23:59:59.999Z", "source", "maven-crm"));

        assertThat(numbers(report))
                .contains(
                        "BATCHED_MOVES : 0 of 0",
                        "UNTIMED_MOVES : %d of %d".formatted(closed, closed),
                        "CLOSES_WITHOUT_ACTIVITY : %d of %d".formatted(closedWeekAgo, closedWeekAgo),
                        "STALE_OPPORTUNITIES : %d of %d".formatted(stale, open),
                        "OVERDUE_OPPORTUNITIES : 0 of %d".formatted(open),
                        "ACCOUNTS_WITHOUT_DOMAIN : 85 of 85",
                        "MISSING_ACCOUNT_FIELDS INDUSTRY: 0 of 85",
                        "MISSING_OPPORTUNITY_FIELDS AMOUNT: %d of %d".formatted(open, told.size()));
        assertThat(expectation(report, "opportunity", "account", "is filled")).satisfies(held -> {
            assertThat(held.get("judged").asInt()).isEqualTo(deals.size());
            assertThat(held.get("failed").asInt()).isEqualTo(deals.size() - told.size());
            assertThat(held.get("lines").size()).isEqualTo(5);
        });
        assertThat(expectation(report, "account", "sector", "is one of"))
                .satisfies(held -> assertThat(held.get("failed").asInt()).isEqualTo(12));
    }

    @Test
    void onlyWhatIsAskedForIsCountedAndASourceThatIsNoneIsRefused() throws Exception {
        var asked = server.answer(
                "{ dataQuality { measures(only: [PEOPLE_WITHOUT_EMAIL]) { measure part whole share } } }", Map.of());
        var refused = server.answer("{ dataQuality(source: \"hubspot:\") { asOf } }", Map.of());

        var measures = asked.at("/data/dataQuality/measures");
        assertThat(measures.size()).isOne();
        assertThat(measures.get(0).get("share").isNull()).isTrue();
        assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(refused.at("/errors/0/message").asText()).contains("'hubspot:'");
    }

    private JsonNode report(Map<String, Object> variables) throws Exception {
        var answer = server.answer(REPORT, variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/dataQuality");
    }

    private static JsonNode expectation(JsonNode report, String record, String column, String rule) {
        for (JsonNode judged : report.at("/imports/0/expectations")) {
            if (judged.get("record").asText().equals(record)
                    && judged.get("column").asText().equals(column)
                    && judged.get("rule").asText().startsWith(rule)) {
                return judged;
            }
        }
        throw new AssertionError("%s %s of a %s was not judged: %s".formatted(column, rule, record, report));
    }

    private static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static LocalDate day(Map<String, String> row, String column) {
        return LocalDate.parse(value(row, column), DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT));
    }

    /** No value of the set has a comma. */
    private static List<Map<String, String>> rows(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var header = List.of(lines.getFirst().split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(values -> header.stream()
                        .collect(Collectors.toMap(
                                column -> column, column -> values[header.indexOf(column)], (a, b) -> a, HashMap::new)))
                .<Map<String, String>>map(row -> row)
                .toList();
    }
}
