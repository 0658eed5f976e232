package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {

    private static final String SCHEMA = """
        target: a lead buys
        horizon_days: 31
        observed_until: 2026-06-01
        columns:
          id: {role: id}
          at: {role: cutoff}
          won: {role: label}
          closed: {role: outcome_time}
          size: {type: number}
          kind: {type: category}
          seen: {type: date}
          warm: {type: flag}
        """;

    @TempDir
    private Path folder;

    private List<String> thirty() {
        var lines = new ArrayList<>(List.of("id,at,won,closed,size,kind,seen,warm"));
        for (int row = 1; row <= 30; row++) {
            lines.add("l%d,2026-01-%02d,%s,2026-02-01,%d,k,2026-01-01,yes"
                    .formatted(row, row, row % 3 == 0 ? "yes" : "no", row));
        }
        return lines;
    }

    private LearningTable read(String schema, UnaryOperator<List<String>> change) throws IOException {
        var file = Files.write(folder.resolve("t.csv"), change.apply(thirty()));
        return TableReader.read(file, SchemaFile.parse("t.yaml", schema), DrawnTable.NOW);
    }

    private static UnaryOperator<List<String>> line(int line, String text) {
        return lines -> {
            lines.set(line - 1, text);
            return lines;
        };
    }

    private void assertRefused(String schema, UnaryOperator<List<String>> change, String message) {
        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> read(schema, change))
                .withMessage(message.replace("FILE", folder.resolve("t.csv").toString()));
    }

    @Test
    void anAmountIsKeptBesideTheInputsAndIsNone() throws IOException {
        var rows = read(
                        SCHEMA.replace("size: {type: number}", "size: {role: amount}"),
                        line(3, "l2,2026-01-02,no,,,k,,"))
                .rows();

        assertThat(rows.get(0).amount()).isEqualTo(1);
        assertThat(rows.get(1).amount()).isNaN();
        assertThat(rows.get(2).amount()).isEqualTo(3);
        assertThat(rows.get(0).numbers()).hasSize(3);
        assertThat(read(SCHEMA, lines -> lines).rows().getFirst().amount()).isNaN();
    }

    @Test
    void anAmountThatIsNoNumberIsNamed() {
        assertRefused(
                SCHEMA.replace("size: {type: number}", "size: {role: amount}"),
                line(3, "l2,2026-01-02,no,,a lot,k,,"),
                "FILE:3 has size 'a lot', which the schema calls a number; correct the cell, or call the column a"
                        + " category");
    }

    /** The days of January on which kind was learned, beside rows asked about on the 1st to the 30th. */
    @Test
    void whatWasKnownLaterThanTheCutoffIsMarkedByRow() throws IOException {
        var schema = SCHEMA.replace("kind: {type: category}", "kind: {type: category, known_at: seen}")
                .replace("seen: {type: date}", "seen: {type: date, role: ignored}");

        var rows = read(schema, lines -> {
                    lines.set(1, "l1,2026-01-01,yes,,1,k,2026-01-01,");
                    lines.set(2, "l2,2026-01-02,no,,1,k,2026-01-03,");
                    lines.set(3, "l3,2026-01-03,yes,,1,,2026-01-04,");
                    lines.set(4, "l4,2026-01-04,no,,1,k,,");
                    return lines;
                })
                .rows();

        assertThat(rows.get(0).learnedAfter()).as("at the cutoff").containsExactly(false, false, false);
        assertThat(rows.get(1).learnedAfter()).as("a day later").containsExactly(false, true, false);
        assertThat(rows.get(2).learnedAfter()).as("a gap tells nothing").containsExactly(false, false, false);
        assertThat(rows.get(3).learnedAfter()).as("nobody says when").containsExactly(false, false, false);
    }

    @Test
    void aColumnThatTellsWhenAnotherWasKnownMustExist() {
        assertRefused(
                SCHEMA.replace("kind: {type: category}", "kind: {type: category, known_at: written}"),
                lines -> lines,
                "column 'kind' is known at 'written', which is neither cutoff, outcome nor a column of the schema");
    }

    @Test
    void cellsBecomeWhatTheSchemaSays() throws IOException {
        var row = read(SCHEMA, line(2, "l1,2026-01-01,yes,2026-01-31 12:00:00,7.5,,2025-12-31 12:00:00,NO"))
                .rows()
                .getFirst();

        assertThat(row.numbers()).containsExactly(7.5, Double.NaN, 0.5, 0);
        assertThat(row.words()).containsOnlyNulls();
        assertThat(row.success()).isTrue();
    }

    @Test
    void anOutcomeAfterTheHorizonIsNoSuccessYetOneForLeaks() throws IOException {
        var late = read(SCHEMA, line(2, "l1,2026-01-01,yes,2026-05-01,1,k,,"))
                .rows()
                .getFirst();

        assertThat(late.success()).isFalse();
        assertThat(late.everSucceeded()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        l1,2026-01-01,yes,2026-01-05,big,k,,yes   | FILE:2 has size 'big', which the schema calls a number; correct the cell, or call the column a category
        l1,2026-01-01,yes,2026-01-05,NaN,k,,yes   | FILE:2 has size 'NaN', must be within ±1e30; leave the cell empty if it is not known
        l1,2026-01-01,yes,2026-01-05,1e999,k,,yes | FILE:2 has size '1e999', must be within ±1e30; leave the cell empty if it is not known
        l1,2026-01-01,yes,2026-01-05,1,k,soon,yes | FILE:2 has seen 'soon', which the schema calls a date; dates are ISO, such as 2026-01-31, unless it gives a format
        l1,2026-01-01,yes,2026-01-05,1,k,,warm    | FILE:2 has warm 'warm', which the schema calls a flag; must be yes or no
        l1,2026-01-01,maybe,2026-01-05,1,k,,yes   | FILE:2 has the label 'maybe', must be yes or no; or name its words under success
        l1,2026-13-01,yes,2026-01-05,1,k,,yes     | FILE:2 has at '2026-13-01', which the schema calls a date; dates are ISO, such as 2026-01-31, unless it gives a format
        """)
    void aCellThatIsNotOfItsTypeIsNamed(String row, String message) {
        assertRefused(SCHEMA, line(2, row), message);
    }

    @Test
    void anIdTwiceIsNamed() {
        assertRefused(
                SCHEMA,
                line(3, "l1,2026-01-01,no,,1,k,,"),
                "FILE:3 has the id 'l1' with the same cutoff as a row before it; each may be asked about once");
    }

    @Test
    void anOutcomeNobodyHasSeenIsNamed() {
        assertRefused(
                SCHEMA.replace("2026-06-01", "2026-01-15"),
                lines -> lines,
                "FILE:2 has the outcome 2026-02-01T00:00:00Z after 2026-01-15T00:00:00Z, which the schema says nobody"
                        + " has seen");
    }

    @Test
    void whatHasNotHappenedYetIsNamed() {
        assertRefused(
                SCHEMA.replace("2026-06-01", "2026-06-30"),
                line(3, "l2,2026-07-02,no,,2,k,,"),
                "FILE:3 has at '2026-07-02', which lies in the future: it is 2026-07-01T00:00:00Z now; correct the"
                        + " cell");
        assertRefused(
                SCHEMA.replace("2026-06-01", "2026-07-02"),
                lines -> lines,
                "observed_until is 2026-07-02T00:00:00Z, which lies in the future: it is 2026-07-01T00:00:00Z now");
    }

    @Test
    void aColumnThatTheFileHasNotIsNamed() {
        assertRefused(
                SCHEMA + "  budget: {type: number}\n",
                lines -> lines,
                "FILE has no column 'budget', which the schema names; it has id, at, won, closed, size, kind, seen,"
                        + " warm");
    }

    @Test
    void tenRowsAreTooFew() {
        assertRefused(
                SCHEMA,
                lines -> lines.subList(0, 11),
                "FILE has 10 usable rows (10 read; left out: 0 without a cutoff, 0 too old, 0 decided before their"
                        + " cutoff, 0 whose horizon is not over, 0 undecided); at least 20 are needed to say anything");
    }

    @Test
    void oneOutcomeIsNotEnough() {
        assertRefused(
                SCHEMA.replace("horizon_days: 31", "horizon_days: 1"),
                lines -> lines,
                "FILE has 0 successes in 30 rows; both outcomes must occur. Is the target right: a lead buys?");
    }

    @Test
    void aMarkOfByteOrderIsNoPartOfAName() throws IOException {
        assertThat(read(SCHEMA, line(1, "\uFEFFid,at,won,closed,size,kind,seen,warm"))
                        .rows())
                .hasSize(30);
    }

    @Test
    void anEmptyFileIsTooShort() {
        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> read(SCHEMA, lines -> Collections.emptyList()))
                .withMessageContaining("t.csv");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        size: {type: number}      | size: {type: money}         | schema t.yaml: column 'size' has the type 'money', must be one of number, category, date, flag
        size: {type: number}      | size: {kind: number}        | schema t.yaml: column 'size' has 'kind', which is not one of direction, family, format, known_at, owner, protected, role, type
        size: {type: number}      | size: {}                    | schema t.yaml: column 'size' has no type; say number, category, date or flag
        id: {role: id}            | id: {role: ignored}         | the schema has 0 columns of role id, must have one
        horizon_days: 31          | horizon_days: soon          | schema t.yaml: horizon_days is 'soon', must be a whole number of days
        horizon_days: 31          | horizon_days: 0             | horizon_days is 0, must be positive
        target: a lead buys       | waive: [x]                  | schema t.yaml: target is missing; say in a sentence what a success is
        """)
    void aSchemaThatCannotBeUsedIsNamed(String of, String with, String message) {
        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> SchemaFile.parse("t.yaml", SCHEMA.replace(of, with)))
                .withMessage(message);
    }
}
