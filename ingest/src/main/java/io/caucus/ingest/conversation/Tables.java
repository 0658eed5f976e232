package io.caucus.ingest.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;

/** The tables beside these classes. */
final class Tables {

    private Tables() {}

    static void forEach(String table, Consumer<NamedCsvRecord> row) {
        try (var stream = Objects.requireNonNull(Tables.class.getResourceAsStream(table), table);
                var rows = CsvReader.builder().ofNamedCsvRecord(stream, UTF_8)) {
            rows.forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
