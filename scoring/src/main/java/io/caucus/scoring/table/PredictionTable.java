package io.caucus.scoring.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.caucus.scoring.calibration.Calibrated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/** A CSV file of what a model says of each row, and what came of it. */
public final class PredictionTable {

    private static final List<String> COLUMNS =
            List.of("id", "time", "label", "split", "probability", "p0", "p1", "low", "high");

    private PredictionTable() {}

    /**
     * @param time as of which the row was asked about
     * @param label whether it succeeded
     * @param split the window it fell in; only predictions of {@code test} are fair
     */
    public record Row(String id, Instant time, boolean label, String split, Calibrated told) {

        public double probability() {
            return told.probability();
        }
    }

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
                new Calibrated(
                        Double.parseDouble(line.getField(7)),
                        Double.parseDouble(line.getField(5)),
                        Double.parseDouble(line.getField(4)),
                        Double.parseDouble(line.getField(6)),
                        Double.parseDouble(line.getField(8))));
    }

    private static List<String> cells(Row row) {
        return List.of(
                CsvRows.harmless(row.id()),
                row.time().toString(),
                row.label() ? "1" : "0",
                row.split(),
                Double.toString(row.told().probability()),
                Double.toString(row.told().p0()),
                Double.toString(row.told().p1()),
                Double.toString(row.told().low()),
                Double.toString(row.told().high()));
    }
}
