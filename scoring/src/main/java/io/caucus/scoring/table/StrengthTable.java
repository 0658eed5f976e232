package io.caucus.scoring.table;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A CSV file of how strongly people move each other. */
public final class StrengthTable {

    private static final List<String> COLUMNS = List.of("from", "to", "strength");

    private StrengthTable() {}

    public record Row(String from, String to, double strength) {}

    public static void write(Path file, Stream<Row> rows) {
        CsvFile.write(
                file,
                COLUMNS,
                rows.map(row -> List.of(
                        CsvRows.harmless(row.from()), CsvRows.harmless(row.to()), Double.toString(row.strength()))));
    }
}
