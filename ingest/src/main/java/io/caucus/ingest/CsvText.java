package io.caucus.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** One row of CSV that stands by itself, outside a file. */
final class CsvText {

    private CsvText() {}

    /** The values of exactly one row; empty when the text is anything else, or holds what no row of a file may. */
    static Optional<List<String>> values(String row) {
        if (row.isEmpty() || row.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try {
            var values = CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(row)
                    .getFields();
            return Optional.of(values)
                    .filter(all -> all.stream().allMatch(value -> value.length() <= CsvFile.MAX_VALUE_CHARACTERS));
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    static String row(List<String> values) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString()
                .substring(
                        0,
                        text.toString().length() - LineDelimiter.LF.toString().length());
    }
}
