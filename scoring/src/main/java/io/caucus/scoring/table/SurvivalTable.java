package io.caucus.scoring.table;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A CSV file of the chances that something comes true in none of its steps in time. */
public final class SurvivalTable {

    private static final List<String> COLUMNS = List.of("id", "from", "until", "steps", "probability");

    private SurvivalTable() {}

    /**
     * @param from when the first step begins
     * @param until when the last one ends
     */
    public record Row(String id, Instant from, Instant until, int steps, double probability) {}

    public static void write(Path file, Stream<Row> rows) {
        CsvFile.write(file, COLUMNS, rows.map(SurvivalTable::cells));
    }

    private static List<String> cells(Row row) {
        return List.of(
                CsvRows.harmless(row.id()),
                row.from().toString(),
                row.until().toString(),
                Integer.toString(row.steps()),
                Double.toString(row.probability()));
    }
}
