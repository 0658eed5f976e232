package io.caucus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caucus.cypher.Neo4j;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.quality.JudgedExpectation;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityQuestion;
import io.caucus.graphmodel.quality.QualityRules;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.ingest.ImportRequest;
import io.caucus.ingest.Importer;
import io.caucus.ingest.conversation.Competitors;
import io.caucus.ingest.conversation.RuleExtractor;
import io.caucus.testkit.QualityOracle;
import io.caucus.testkit.RandomWorlds;
import io.caucus.world.World;
import io.caucus.world.WorldSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

/** The numbers of the report against counts taken without a graph. */
@Tag("neo4j")
class DataQualityTest {

    private static final int BATCH = 1000;
    private static final QualityQuestion ALL = new QualityQuestion(new AsOf(RandomWorlds.NOW), Optional.empty());
    private static final LocalDate EXPORTED = LocalDate.of(2017, 12, 31);

    @TempDir
    Path folder;

    private Neo4j neo4j;

    @BeforeEach
    void start() {
        neo4j = ServedGraph.openEmptied();
    }

    @AfterEach
    void stop() {
        Optional.ofNullable(neo4j).ifPresent(Neo4j::close);
    }

    @Test
    void aGeneratedWorldHasTheFlawsThatCountingItsFactsFinds() throws Exception {
        var facts = written(new WorldSettings(5, 30, RandomWorlds.NOW)).stream()
                .flatMap(record -> record.facts().stream())
                .<Fact>map(fact -> fact)
                .toList();

        var measured = measured(ALL);

        assertThat(measured)
                .isEqualTo(Stream.of(QualityMeasure.values())
                        .flatMap(measure -> QualityOracle.measure(measure, ALL, QualityRules.DEFAULT, facts).stream())
                        .toList());
        assertThat(measured).filteredOn(one -> one.part() > 0).hasSizeGreaterThan(5);
    }

    @Test
    void everyExampleLeadsToTheLineItWasReadFrom() {
        written(new WorldSettings(5, 8, RandomWorlds.NOW));

        var examples = measured(ALL).stream()
                .flatMap(measurement -> measurement.examples().stream())
                .distinct()
                .toList();

        assertThat(examples).isNotEmpty();
        assertThat(neo4j.accountIndex().provenance(examples)).containsOnlyKeys(examples);
    }

    /** The records of a world, once they are in the graph. */
    private List<SourcedFacts> written(WorldSettings settings) {
        var records = World.generate(settings).records().toList();
        for (int from = 0; from < records.size(); from += BATCH) {
            neo4j.factWriter().write("world", records.subList(from, Math.min(records.size(), from + BATCH)));
        }
        return records;
    }

    private List<Measurement> measured(QualityQuestion question) {
        return Stream.of(QualityMeasure.values())
                .flatMap(measure -> neo4j.dataQuality().measure(measure, question, QualityRules.DEFAULT).stream())
                .toList();
    }

    private static String number(Measurement measured) {
        return "%s %s: %d of %d".formatted(measured.measure(), measured.subject(), measured.part(), measured.whole());
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

        var endOfYear = new AsOf(Instant.parse("2017-12-31T23:59:59.999Z"));
        assertThat(measured(new QualityQuestion(endOfYear, Optional.of("maven-crm"))))
                .extracting(DataQualityTest::number)
                .contains(
                        "BATCHED_MOVES : 0 of 0",
                        "UNTIMED_MOVES : %d of %d".formatted(closed, closed),
                        "CLOSES_WITHOUT_ACTIVITY : %d of %d".formatted(closedWeekAgo, closedWeekAgo),
                        "STALE_OPPORTUNITIES : %d of %d".formatted(stale, open),
                        "OVERDUE_OPPORTUNITIES : 0 of %d".formatted(open),
                        "ACCOUNTS_WITHOUT_DOMAIN : 85 of 85",
                        "MISSING_ACCOUNT_FIELDS INDUSTRY: 0 of 85",
                        "MISSING_OPPORTUNITY_FIELDS AMOUNT: %d of %d".formatted(open, told.size()));
        var accounts = expectation("opportunity", "account", "is filled");
        assertThat(accounts.judged()).isEqualTo(deals.size());
        assertThat(accounts.failed()).isEqualTo(deals.size() - told.size());
        assertThat(accounts.lines()).hasSize(5);
        assertThat(expectation("account", "sector", "is one of").failed()).isEqualTo(12);
    }

    private JudgedExpectation expectation(String record, String column, String rule) {
        return neo4j.importMemory().lastJudged(Optional.of("maven-crm")).stream()
                .flatMap(judged -> judged.expectations().stream())
                .filter(judged ->
                        judged.record().equals(record) && judged.column().equals(column))
                .filter(judged -> judged.rule().startsWith(rule))
                .findFirst()
                .orElseThrow();
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
