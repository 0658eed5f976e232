package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is expected of the files of one source.
 *
 * <p>Of a profile it is declared in {@code expectations-<profile>-1.csv}; the number is the table's version. A line has the kind of
 * {@code record}, the {@code column}, the {@code rule} as {@link ExpectedRule#parse} reads it with its {@code bound} (words of
 * {@code one-of} with {@code |} between), and perhaps the {@code share} of rows that must do so and the rows it applies to: those
 * with a value in the column {@code when}, or with one of the words in {@code is}. No profile rejects rows so: what its rows must
 * have to mean something its mappings say.
 */
record Expectations(List<Expectation> all) {

    Expectations {
        all = List.copyOf(all);
    }

    /** Those of a profile. */
    static Expectations of(String profile) {
        var table = "expectations-%s-1.csv".formatted(profile);
        var stream = Expectations.class.getResourceAsStream(table);
        if (stream == null) {
            throw new IllegalArgumentException("profile '%s' has no table %s".formatted(profile, table));
        }
        var all = new ArrayList<Expectation>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(stream, UTF_8)) {
            rows.forEach(row -> all.add(expectation(table, row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Expectations(all);
    }

    private static Expectation expectation(String table, NamedCsvRecord row) {
        try {
            var share = row.getField("share");
            return new Expectation(
                    row.getField("record"),
                    row.getField("column"),
                    ExpectedRule.parse(row.getField("rule"), words(row.getField("bound"))),
                    share.isEmpty() ? 1 : Double.parseDouble(share),
                    condition(row.getField("when"), row.getField("is")),
                    false);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "%s:%d: %s".formatted(table, row.getStartingLineNumber(), e.getMessage()), e);
        }
    }

    private static RowCondition condition(String column, String words) {
        return column.isEmpty()
                ? RowCondition.ALWAYS
                : new RowCondition(
                        column,
                        words.isEmpty() ? Set.of() : new TreeSet<>(words(words.toLowerCase(Locale.ROOT))),
                        false);
    }

    private static List<String> words(String field) {
        return List.of(field.split("\\|", -1));
    }

    /** Those that can be judged without a graph. */
    Expectations withoutReferences() {
        return new Expectations(all.stream()
                .filter(expectation -> !(expectation.rule() instanceof ExpectedRule.Refers))
                .toList());
    }

    /** The columns they look at, of one kind of record. */
    List<String> columns(String record) {
        return ofRecord(record)
                .flatMap(expectation -> expectation.columns().stream())
                .distinct()
                .toList();
    }

    /** Begins to judge the rows of one file, read for one kind of record. */
    Judging judging(String record, DateForm form) {
        return new Judging(ofRecord(record).toList(), form);
    }

    private Stream<Expectation> ofRecord(String record) {
        return all.stream().filter(expectation -> expectation.record().equals(record));
    }
}
