package io.caucus.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Rows of CSV (RFC 4180, with any {@link Separator}) under one header. */
final class CsvForm implements RowForm {

    private final List<String> names;
    private final char separator;
    private final CsvReader.CsvReaderBuilder parser;

    /** @param separator what stands between the values */
    CsvForm(List<String> names, char separator) {
        this.names = List.copyOf(names);
        this.separator = separator;
        parser = parser(separator);
    }

    private static CsvReader.CsvReaderBuilder parser(char separator) {
        return CsvReader.builder().allowUnclosedQuote(false).fieldSeparator(separator);
    }

    /** @throws RejectedRow when the header is no row */
    static CsvForm under(String header) {
        char separator = Separator.in(header);
        return new CsvForm(values(header, separator), separator);
    }

    @Override
    public RowValues read(String text) {
        var values = values(text, parser);
        if (values.size() != names.size()) {
            throw new RejectedRow(
                    RejectCode.RAGGED_ROW,
                    "",
                    "the row has %d values, must have %d as the header does".formatted(values.size(), names.size()));
        }
        return new RowValues(names, values);
    }

    /** The values of exactly one row. */
    static List<String> values(String text, char separator) {
        return values(text, parser(separator));
    }

    private static List<String> values(String text, CsvReader.CsvReaderBuilder parser) {
        if (text.indexOf('\0') >= 0) {
            throw new RejectedRow(RejectCode.CONTROL_CHARACTER, "", "the row holds a NUL character, which no text may");
        }
        try {
            var values = parser.ofSingleCsvRecord(text).getFields();
            values.forEach(RowFile::refuseTooLong);
            return values;
        } catch (CsvParseException e) {
            throw new RejectedRow(
                    RejectCode.MALFORMED_QUOTE,
                    "",
                    "the row is not CSV: something other than a separator follows a closing quote, or one is not closed");
        }
    }

    @Override
    public String changed(String text, String column, String value) {
        var values = new ArrayList<>(read(text).values());
        values.set(names.stream().map(Header::canonical).toList().indexOf(Header.canonical(column)), value);
        return row(values, separator);
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public boolean mayGain() {
        return false;
    }

    private static String row(List<String> values, char separator) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            writer.writeRecord(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().substring(0, text.toString().length() - 1);
    }
}
