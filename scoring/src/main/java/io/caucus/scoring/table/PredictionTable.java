package io.caucus.scoring.table;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A CSV file of what a model says of each row, and what came of it. */
public final class PredictionTable {

    private static final List<String> COLUMNS = List.of("id", "time", "label", "split", "probability", "p0", "p1");

    private PredictionTable() {}

    /**
     * @param time as of which the row was asked about
     * @param label whether it succeeded
     * @param split the window it fell in; only predictions of {@code test} are fair
     * @param p0 the lower end of the interval
     */
    public record Row(String id, Instant time, boolean label, String split, double probability, double p0, double p1) {}

    public static void write(Path file, Stream<Row> rows) {
        CsvFile.write(file, COLUMNS, rows.map(PredictionTable::cells));
    }

    private static List<String> cells(Row row) {
        return List.of(
                CsvRows.harmless(row.id()),
                row.time().toString(),
                row.label() ? "1" : "0",
                row.split(),
                Double.toString(row.probability()),
                Double.toString(row.p0()),
                Double.toString(row.p1()));
    }
}
