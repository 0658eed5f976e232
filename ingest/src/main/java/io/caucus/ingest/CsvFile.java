package io.caucus.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One CSV file whose header has been checked, read a row at a time. */
final class CsvFile implements Closeable {

    /** What one record of the file came to. */
    sealed interface Read {
        record Good(Row row) implements Read {}

        record Bad(Reject reject) implements Read {}
    }

    static final int MAX_VALUE_CHARACTERS = 1 << 18;

    /** How ZIP archives begin, and workbooks, which are such archives. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final CsvReader.CsvReaderBuilder parser = CsvReader.builder().allowUnclosedQuote(false);
    private final RecordSplitter records;
    private final String name;
    private final Header header;
    private final List<String> columnsNotRead;
    private @Nullable CharsetDecoder decoder;
    private Optional<RefusedFile> broken = Optional.empty();

    private CsvFile(RecordSplitter records, String name, Columns columns) throws IOException, RefusedHeader {
        this.records = records;
        this.name = name;
        var names = headerNames(name);
        header = Header.of(name, names, columns);
        columnsNotRead = header.notRead(names);
    }

    static CsvFile open(Path path, Columns columns) throws IOException, RefusedHeader {
        var name = String.valueOf(path.getFileName());
        try {
            return open(new RecordSplitter(path), name, columns);
        } catch (BrokenFile e) {
            throw new RefusedHeader(name, "", "%s: the header cannot be read: %s.".formatted(name, e.getMessage()));
        }
    }

    private static CsvFile open(RecordSplitter records, String name, Columns columns)
            throws IOException, RefusedHeader {
        try {
            return new CsvFile(records, name, columns);
        } catch (IOException | RefusedHeader | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    private List<String> headerNames(String name) throws IOException, RefusedHeader {
        var first = records.next();
        if (first == null) {
            throw new RefusedHeader(name, "", "%s: the file is empty. Export it again.".formatted(name));
        }
        if (Arrays.mismatch(ZIP, first.bytes()) == ZIP.length) {
            throw new RefusedHeader(
                    name,
                    "",
                    "%s: it is a ZIP archive or an Excel workbook, must be CSV. Unpack it, or save the sheet as CSV."
                            .formatted(name));
        }
        try {
            return values(first);
        } catch (RejectedRow e) {
            var reject = e.of(first);
            throw new RefusedHeader(
                    name,
                    "",
                    "%s: the header cannot be read: %s. %s"
                            .formatted(name, reject.reason(), reject.code().nextStep()));
        }
    }

    List<String> columnsNotRead() {
        return columnsNotRead;
    }

    /** Bytes of the file, as it is stored, read so far. */
    long position() throws IOException {
        return records.storedPosition();
    }

    /** Empty at the end, which comes early where the rest cannot be read: see {@link #broken}. */
    Optional<Read> next() throws IOException {
        try {
            var raw = records.next();
            return raw == null ? Optional.empty() : Optional.of(read(raw));
        } catch (BrokenFile e) {
            broken = Optional.of(new RefusedFile(
                    name,
                    "",
                    "%s: reading stopped in line %d: %s. The rows before that line count, and are duplicates when they come again."
                            .formatted(name, records.line(), e.getMessage())));
            return Optional.empty();
        }
    }

    /** Why the file ended before its end, if it did. */
    Optional<RefusedFile> broken() {
        return broken;
    }

    private Read read(RawRecord raw) {
        try {
            var values = values(raw);
            if (values.size() != header.size()) {
                throw new RejectedRow(
                        RejectCode.RAGGED_ROW,
                        "",
                        "the row has %d values, must have %d as the header does"
                                .formatted(values.size(), header.size()));
            }
            return new Read.Good(new Row(header, values, raw));
        } catch (RejectedRow e) {
            return new Read.Bad(e.of(raw));
        }
    }

    private List<String> values(RawRecord raw) {
        raw.problem().ifPresent(code -> {
            throw new RejectedRow(code, "", problemInWords(code));
        });
        var text = text(raw);
        if (text.indexOf('\0') >= 0) {
            throw new RejectedRow(RejectCode.CONTROL_CHARACTER, "", "the row holds a NUL character, which no text may");
        }
        var values = parse(text);
        for (String value : values) {
            refuseTooLong(value);
        }
        return values;
    }

    private static String problemInWords(RejectCode code) {
        return code == RejectCode.UNCLOSED_QUOTE
                ? "a quote opens in this line and is not closed by the end of the file"
                : "the row has more than %d bytes, the most a row may have".formatted(RecordSplitter.MAX_RECORD_BYTES);
    }

    private String text(RawRecord raw) {
        if (decoder == null) {
            // A fresh decoder reports what it cannot decode instead of replacing it.
            decoder = raw.charset().newDecoder();
        }
        try {
            return decoder.decode(ByteBuffer.wrap(raw.bytes())).toString();
        } catch (CharacterCodingException e) {
            throw new RejectedRow(
                    RejectCode.INVALID_ENCODING,
                    "",
                    "the row holds bytes that are not %s"
                            .formatted(raw.charset().name()));
        }
    }

    private List<String> parse(String text) {
        try {
            return parser.ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException e) {
            throw new RejectedRow(
                    RejectCode.MALFORMED_QUOTE,
                    "",
                    "the row is not CSV: something other than a separator follows a closing quote");
        }
    }

    private static void refuseTooLong(String value) {
        if (value.length() > MAX_VALUE_CHARACTERS) {
            throw new RejectedRow(
                    RejectCode.TOO_LARGE,
                    "",
                    "a value has %d characters, at most %d may stand in one"
                            .formatted(value.length(), MAX_VALUE_CHARACTERS));
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
