package io.caucus.scoring.table;

import io.caucus.scoring.calibration.Calibrated;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A CSV file of what a model says of rows whose outcome is open. */
public final class OpenPredictionTable {

    private static final List<String> COLUMNS =
            List.of("id", "time", "probability", "p0", "p1", "low", "high", "tier", "confidence", "flags");

    private static final String BETWEEN_FLAGS = "; ";

    private OpenPredictionTable() {}

    /**
     * @param time as of which the row was asked about
     * @param tier what the model's outcomes sufficed for
     * @param confidence from 0 to 100
     * @param flags in what the row is unlike training, a sentence each
     */
    public record Row(String id, Instant time, Calibrated told, String tier, double confidence, List<String> flags) {}

    public static void write(Path file, Stream<Row> rows) {
        CsvFile.write(file, COLUMNS, rows.map(OpenPredictionTable::cells));
    }

    private static List<String> cells(Row row) {
        return List.of(
                CsvRows.harmless(row.id()),
                row.time().toString(),
                Double.toString(row.told().probability()),
                Double.toString(row.told().p0()),
                Double.toString(row.told().p1()),
                Double.toString(row.told().low()),
                Double.toString(row.told().high()),
                row.tier(),
                Double.toString(row.confidence()),
                row.flags().isEmpty() ? "" : CsvRows.harmless(String.join(BETWEEN_FLAGS, row.flags())));
    }
}
