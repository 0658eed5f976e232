package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.quality.JudgedExpectation;
import io.caucus.ingest.HeldAgainst.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is expected of rows is counted while they pass, and rejects only those it says it rejects. */
class ExpectationsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");

    private ImportTrial trial;

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
    }

    private ImportReport run(String expectations) {
        return trial.run(request(expectations));
    }

    private ImportRequest request(String expectations) {
        var mapping = Mapping.parse("crm.yaml", mapping(expectations));
        return new ImportRequest("generic", Optional.of(mapping), trial.folder, "batch-1", trial.rejects).withNow(NOW);
    }

    private static String mapping(String expectations) {
        return """
                source: own
                files:
                  - file: firms.csv
                    records:
                      - {entity: account, id: Key, at: Since, name: Name}
                  - file: deals.csv
                    records:
                      - entity: opportunity
                        id: Key
                        at: Since
                        name: Name
                        account: {name: Firm}
                        amount: {column: Amount, optional: true}
                        expect:
                %s
                """.formatted(expectations.indent(10));
    }

    private void deals(String rows) throws IOException {
        trial.file("firms.csv", "Key,Name,Since\n1,Acme,2024-01-01\n");
        trial.file("deals.csv", "Key,Name,Since,Firm,Amount,Stage\n" + rows);
    }

    private static HeldAgainst only(ImportReport report) {
        return report.files().getLast().expectations().getFirst();
    }

    @Test
    void aBlankValueThatWasExpectedIsCountedAndTheRowIsTaken() throws IOException {
        deals("""
                1,Pilot,2024-02-01,Acme,10,Open
                2,Pilot,2024-02-01,Acme,,Open
                3,Pilot,2024-02-01,Acme,   ,Open
                """);

        var report = run("- {column: Amount, required: true}");

        assertThat(only(report))
                .isEqualTo(new HeldAgainst(
                        "Amount", "is filled", 3, 2, false, List.of(new Example(3, ""), new Example(4, ""))));
        assertThat(report.rejected()).isZero();
        assertThat(trial.graph.facts(Opportunity.class)).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            range: 0..100                    | Amount | 5,100,-1,100.01,many | 3 | is a number in 0..100
            range: ..0                       | Amount | -1,0,1               | 1 | is a number in ..0
            one-of: [Open, Won]              | Stage  | open,WON,Wonn        | 1 | is one of Open, Won
            one-of: Open                     | Stage  | Open,Won             | 1 | is one of Open
            period: 2024-01-01..2024-12-31   | Stage  | 2024-01-01,2024-12-31,2025-01-01,soon | 2 | is a date in 2024-01-01..2024-12-31
            """)
    void valuesOutsideAreCounted(String rule, String column, String values, long outside, String words)
            throws IOException {
        var rows = new StringBuilder();
        int key = 0;
        for (String value : values.split(",", -1)) {
            key++;
            rows.append("%d,Pilot,2024-02-01,Acme,%s,%s\n"
                    .formatted(key, column.equals("Amount") ? value : "", column.equals("Stage") ? value : ""));
        }
        deals(rows.toString());

        var held = only(run("- {column: %s, %s}".formatted(column, rule)));

        assertThat(held.failed()).isEqualTo(outside);
        assertThat(held.judged()).isEqualTo(key);
        assertThat(held.rule()).isEqualTo(words);
    }

    @Test
    void anExpectationMayTolerateAShareAndConcernSomeRowsOnly() throws IOException {
        deals(Stream.concat(
                        IntStream.rangeClosed(1, 19).mapToObj("%d,Pilot,2024-02-01,Acme,1,Won"::formatted),
                        Stream.of("20,Pilot,2024-02-01,Acme,,Won", "21,Pilot,2024-02-01,Acme,,Open"))
                .collect(Collectors.joining("\n")));

        var held = only(run("- {column: Amount, required: true, share: 0.95, when: {column: Stage, is: Won}}"));

        assertThat(held.judged()).isEqualTo(20);
        assertThat(held.failed()).isEqualTo(1);
        assertThat(held.met()).isTrue();
        assertThat(held.rule()).isEqualTo("is filled in at least 95 % of the rows, where Stage is won");
    }

    @Test
    void aRowIsRejectedWhereTheExpectationSaysSoAndAgainWhenItIsReplayedUnchanged() throws IOException {
        deals("""
                1,Pilot,2024-02-01,Acme,10,Open
                2,Pilot,2024-02-01,Acme,-5,Open
                """);

        var report = run("- {column: Amount, range: 0.., reject: true}");

        assertThat(report.files().getLast().rejects()).isEqualTo(Map.of(RejectCode.NOT_AS_EXPECTED, 1L));
        assertThat(trial.rejected()).singleElement().asString().contains("NOT_AS_EXPECTED", "\"column\":\"Amount\"");
        var importer = new Importer(trial.graph, trial.graph, ImportTrial.RULES, trial.graph);
        assertThat(importer.replay(Rejects.read(trial.rejects), "replay-1", NOW).rejected())
                .isOne();
        Rejects.read(trial.rejects)
                .withValue(reject -> true, "Amount", "5", NOW)
                .save();
        assertThat(importer.replay(Rejects.read(trial.rejects), "replay-2", NOW).accepted())
                .isOne();
    }

    @Test
    void freshnessIsJudgedByTheNewestDateWhenTheImportBegan() throws IOException {
        deals("""
                1,Pilot,2026-02-01,Acme,1,Open
                2,Pilot,2026-02-20,Acme,1,Open
                3,Pilot,2026-01-01,Acme,1,Open
                """);

        assertThat(only(run("- {column: Since, fresh-days: 18}")).met()).isTrue();
        var tooOld = only(run("- {column: Since, fresh-days: 17}"));
        assertThat(tooOld.met()).isFalse();
        assertThat(tooOld.examples()).containsExactly(new Example(3, "2026-02-20T00:00:00Z"));
        assertThat(tooOld.rule()).isEqualTo("reaches into the last 17 days");
    }

    @Test
    void referencesAreJudgedByWhatTheyCameTo() throws IOException {
        deals("""
                1,Pilot,2024-02-01,Acme,1,Open
                2,Pilot,2024-02-01,Birch,1,Open
                3,Pilot,2024-02-01,Cedar,1,Open
                4,Pilot,yesterday,Acme,1,Open
                """);

        var report = run("- {column: Firm, refers: true, share: 0.5}");

        var held = only(report);
        assertThat(held.judged()).as("row 4 was rejected for its date").isEqualTo(3);
        assertThat(held.failed()).isEqualTo(2);
        assertThat(held.met()).isFalse();
        assertThat(held.examples()).containsExactly(new Example(3, ""), new Example(4, ""));
    }

    @Test
    void columnsAreFoundInUpperOrLowerCaseAndLongValuesStopNothing() throws IOException {
        deals("""
                1,Pilot,2024-02-01,Acme,,Open
                2,Pilot,2024-02-01,Nobody,,%s
                """.formatted("x".repeat(2_000)));

        var held = only(run("- {column: AMOUNT, required: true, when: {column: stage, is: open}}"));

        assertThat(held.judged()).isOne();
        assertThat(held.failed()).isOne();
    }

    @Test
    void examplesAreFewAndShort() throws IOException {
        deals(IntStream.rangeClosed(1, 50)
                .mapToObj(key -> "%d,Pilot,2024-02-01,Acme,1,%s".formatted(key, "x".repeat(900)))
                .collect(Collectors.joining("\n")));

        var held = only(run("- {column: Stage, one-of: [Open]}"));

        assertThat(held.failed()).isEqualTo(50);
        assertThat(held.examples())
                .hasSize(JudgedExpectation.MOST_LINES)
                .allSatisfy(example -> assertThat(example.value()).hasSize(41));
    }

    @Test
    void columnsThatNobodyReadsCanBeJudgedAndChangeNoRecord() throws IOException {
        deals("1,Pilot,2024-02-01,Acme,1,Open\n");
        run("- {column: Since, required: true}");

        var again = run("- {column: Stage, required: true}");

        assertThat(again.duplicate())
                .as("what is expected of a record is no part of it")
                .isEqualTo(2);
        assertThat(only(again).judged()).isOne();
        assertThat(trial.graph.facts(Account.class)).hasSize(1);
    }

    @Test
    void badDeclarationsAreRefusedWithTheirLines() {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> Mapping.parse("crm.yaml", mapping("""
                        - {column: Amount, range: 100..0}
                        - {column: Amount, range: high}
                        - {column: Amount, required: maybe}
                        - {column: Amount}
                        - {column: Amount, required: true, range: 0..}
                        - {column: Amount, requird: true}
                        - {column: Stage, fresh-days: 0}
                        - {column: Stage, refers: true}
                        - {column: Since, fresh-days: 3, reject: true}
                        - {column: Stage, required: true, share: 2}
                        - {required: true}
                        - {column: Since, period: 2024-13-01..}
                        """)))
                .withMessage("""
                        mapping 'crm.yaml' cannot be used:
                          crm.yaml:15: range is '100..0', must be written like 0..100, 0.. or ..100, the lower end first.
                          crm.yaml:16: range is 'high', must be written like 0..100, 0.. or ..100, the lower end first.
                          crm.yaml:17: required is 'maybe', must be true; leave it out where it is not expected.
                          crm.yaml:18: an expectation has one rule of required, range, period, one-of, fresh-days, refers; none is given. Write one expectation for each.
                          crm.yaml:19: an expectation has one rule of required, range, period, one-of, fresh-days, refers; required and range are given. Write one expectation for each.
                          crm.yaml:20: there is no entry of an expectation 'requird'. Did you mean 'required'? There are: column, share, when, reject, required, range, period, one-of, fresh-days, refers.
                          crm.yaml:20: an expectation has one rule of required, range, period, one-of, fresh-days, refers; none is given. Write one expectation for each.
                          crm.yaml:21: fresh-days is '0', must be a whole number of days from 1 to 9999.
                          crm.yaml:22: column 'Stage' refers to nothing in this record. Its references are found by: Firm.
                          crm.yaml:23: fresh-days is about the file as a whole and can reject no row; leave out reject.
                          crm.yaml:24: share is 2.0, must lie in (0, 1].
                          crm.yaml:25: 'column' is missing from the expectation. Write 'column: …' there.
                          crm.yaml:26: period is '2024-13-01..', must be written like 2020-01-01..2029-12-31, 2020-01-01.. or ..2029-12-31, the lower end first.""");
    }

    @ParameterizedTest
    @CsvSource({"hubspot", "maven-crm", "salesforce"})
    void theTablesOfTheProfilesSpeakOfTheirRecords(String profile) {
        var records = profileFiles(profile).stream()
                .map(file -> file.mapping().record())
                .toList();

        assertThat(Expectations.of(profile).all())
                .isNotEmpty()
                .allSatisfy(expected -> assertThat(records).contains(expected.record()));
    }

    private static List<SourceFile> profileFiles(String profile) {
        return switch (profile) {
            case "hubspot" -> new HubSpotProfile().files();
            case "maven-crm" -> new MavenCrmProfile().files();
            default -> new SalesforceProfile().files();
        };
    }

    @Test
    void anInspectionWritesNothingAndJudgesAllButReferences() throws IOException {
        deals("""
                1,Pilot,2024-02-01,Acme,-1,Open
                2,Pilot,yesterday,Nobody knows,1,Open
                """);

        var report = Importer.inspect(request("""
                - {column: Amount, range: 0..}
                - {column: Firm, refers: true}
                """));

        assertThat(report.files().getLast().expectations())
                .singleElement()
                .satisfies(held -> assertThat(held.failed()).isOne());
        assertThat(report.files().getLast().rejects()).isEqualTo(Map.of(RejectCode.BAD_DATE, 1L));
        assertThat(trial.graph.size()).isZero();
        assertThat(trial.graph.imports()).isEmpty();
        assertThat(trial.rejects).doesNotExist();
    }
}
