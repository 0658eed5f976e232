package io.caucus.scoring.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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

    /**
     * The rows as they were written; an id may be preceded by an apostrophe that keeps it from being a formula.
     *
     * @throws IllegalArgumentException if the file is another's
     */
    public static List<Row> read(Path file) throws IOException {
        try (var reader = CsvReader.builder().ofCsvRecord(file)) {
            var lines = reader.stream().toList();
            if (lines.isEmpty() || !lines.getFirst().getFields().equals(COLUMNS)) {
                throw new IllegalArgumentException("its columns are not %s".formatted(String.join(",", COLUMNS)));
            }
            return lines.subList(1, lines.size()).stream()
                    .map(PredictionTable::row)
                    .toList();
        } catch (UncheckedIOException | CsvParseException | DateTimeParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Row row(CsvRecord line) {
        if (line.getFieldCount() != COLUMNS.size()) {
            throw new IllegalArgumentException("line %d has %d cells, must have %d"
                    .formatted(line.getStartingLineNumber(), line.getFieldCount(), COLUMNS.size()));
        }
        return new Row(
                line.getField(0),
                Instant.parse(line.getField(1)),
                line.getField(2).equals("1"),
                line.getField(3),
                Double.parseDouble(line.getField(4)),
                Double.parseDouble(line.getField(5)),
                Double.parseDouble(line.getField(6)));
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
