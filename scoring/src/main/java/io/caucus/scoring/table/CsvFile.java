package io.caucus.scoring.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A CSV file that is written at once and appears under its name when it is complete. */
final class CsvFile {

    private CsvFile() {}

    static void write(Path file, List<String> columns, Stream<List<String>> rows) {
        var unfinished = file.resolveSibling(file.getFileName() + FeatureTable.UNFINISHED);
        try {
            try (var writer =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(unfinished)) {
                writer.writeRecord(columns);
                rows.forEach(writer::writeRecord);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("table file '%s' cannot be written".formatted(file), e);
        }
    }
}
