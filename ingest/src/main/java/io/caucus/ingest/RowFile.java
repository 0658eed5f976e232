package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file of rows whose columns have been checked, read a row at a time. */
final class RowFile implements Closeable {

    /** What one record of the file came to. */
    sealed interface Read {
        record Good(Row row) implements Read {}

        record Bad(Reject reject) implements Read {}
    }

    static final int MAX_VALUE_CHARACTERS = 1 << 18;

    /** Rows that name their own columns: how many are looked at to learn which there are. */
    static final int SAMPLE_ROWS = 1_000;

    private static final int MOST_COLUMNS_NAMED = 20_000;

    private final RecordSplitter records;
    private final RecordText text = new RecordText();
    private final String name;
    private final Columns columns;
    private final RowForm form;
    private final Set<String> notRead = new LinkedHashSet<>();
    private @Nullable Header header;
    private Optional<RefusedFile> broken = Optional.empty();

    private RowFile(RecordSplitter records, String name, Columns columns, RowForm form) {
        this.records = records;
        this.name = name;
        this.columns = columns;
        this.form = form;
    }

    static RowFile open(Path path, Columns columns) throws IOException, RefusedHeader {
        var name = String.valueOf(path.getFileName());
        try {
            return switch (FileForm.of(name)) {
                case CSV -> openCsv(path, name, columns);
                case JSON_LINES -> openJsonLines(path, name, columns);
            };
        } catch (BrokenFile e) {
            throw new RefusedHeader(name, "", "%s: its beginning cannot be read: %s.".formatted(name, e.getMessage()));
        }
    }

    private static RowFile openCsv(Path path, String name, Columns columns) throws IOException, RefusedHeader {
        var records = new RecordSplitter(path);
        try {
            var names = headerNames(records, name);
            var file = new RowFile(records, name, columns, new CsvForm(names, records.separator()));
            file.use(Header.of(name, names, columns), names);
            return file;
        } catch (IOException | RefusedHeader | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    private static RowFile openJsonLines(Path path, String name, Columns columns) throws IOException, RefusedHeader {
        Header.of(name, sampledNames(path, name), columns);
        return new RowFile(new RecordSplitter(path), name, columns, new JsonForm());
    }

    /** The columns of a file, as it spells them: those of the header, or those its first rows name. */
    static List<String> columnNames(Path path) throws IOException, RefusedHeader {
        var name = String.valueOf(path.getFileName());
        try (var records = new RecordSplitter(path)) {
            return switch (FileForm.of(name)) {
                case CSV -> headerNames(records, name);
                case JSON_LINES -> sampledNames(path, name);
            };
        } catch (BrokenFile e) {
            throw new RefusedHeader(name, "", "%s: its beginning cannot be read: %s.".formatted(name, e.getMessage()));
        }
    }

    /**
     * Looks at the first rows that can be read, at fewer of them in a wide file.
     *
     * @param names of the columns wanted
     * @param mostValues rows times columns
     * @return how many rows were looked at
     */
    static int sample(Path path, List<String> names, int mostRows, int mostValues, Consumer<Row> look)
            throws IOException, RefusedHeader {
        int most = Math.min(mostRows, mostValues / Math.max(1, names.size()));
        int rows = 0;
        try (var file = open(path, new Columns(List.of(), names))) {
            for (var next = file.next(); next.isPresent() && rows < most; next = file.next()) {
                if (next.get() instanceof Read.Good good) {
                    look.accept(good.row());
                    rows++;
                }
            }
        }
        return rows;
    }

    private static List<String> headerNames(RecordSplitter records, String name) throws IOException, RefusedHeader {
        var first = firstRecord(records, name);
        try {
            return CsvForm.values(new RecordText().of(first), records.separator());
        } catch (RejectedRow e) {
            var reject = e.of(first);
            throw new RefusedHeader(
                    name,
                    "",
                    "%s: the header cannot be read: %s. %s"
                            .formatted(name, reject.reason(), reject.code().nextStep()));
        }
    }

    private static List<String> sampledNames(Path path, String name) throws IOException, RefusedHeader {
        var names = new LinkedHashMap<String, String>();
        try (var records = new RecordSplitter(path)) {
            var text = new RecordText();
            var form = new JsonForm();
            var record = Optional.of(firstRecord(records, name));
            for (int rows = 0; rows < SAMPLE_ROWS && record.isPresent(); rows++) {
                namesIn(text, form, record.get()).forEach(one -> names.putIfAbsent(Header.canonical(one), one));
                record = nextOfSample(records, names.isEmpty());
            }
        }
        if (names.isEmpty()) {
            throw new RefusedHeader(
                    name,
                    "",
                    "%s: none of its first lines is a JSON object; there must be one object in each line. If it is one array, `jq -c '.[]'` writes its objects so."
                            .formatted(name));
        }
        return List.copyOf(names.values());
    }

    /** The lines before a break count, so they are enough to learn the columns from. */
    private static Optional<RawRecord> nextOfSample(RecordSplitter records, boolean nothingLearned) throws IOException {
        try {
            return Optional.ofNullable(records.next());
        } catch (BrokenFile e) {
            if (nothingLearned) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static List<String> namesIn(RecordText text, JsonForm form, RawRecord record) {
        try {
            return form.read(text.of(record)).names();
        } catch (RejectedRow toldWhenItsTurnComes) {
            return List.of();
        }
    }

    private static RawRecord firstRecord(RecordSplitter records, String name) throws IOException, RefusedHeader {
        var first = records.next();
        if (first == null) {
            throw new RefusedHeader(name, "", "%s: the file is empty. Export it again.".formatted(name));
        }
        var container = Container.of(first.bytes());
        if (container.isPresent()) {
            throw new RefusedHeader(name, "", "%s: %s".formatted(name, container.get().advice));
        }
        return first;
    }

    /** What people put in the place of a text file, known by how it begins. */
    private enum Container {
        ZIP("PK\3\4", "it is a ZIP archive or an Excel workbook, must be CSV. Unpack it, or save the sheet as CSV."),
        GZIP("\u001F\u008B\b", "it is compressed with gzip and its name does not say so. Let the name end in .gz."),
        OLD_WORKBOOK("\u00D0\u00CF\u0011\u00E0", "it is an old Excel workbook, must be CSV. Save the sheet as CSV.");

        /** Its bytes, as Latin-1 spells them. */
        private final String beginning;

        private final String advice;

        Container(String beginning, String advice) {
            this.beginning = beginning;
            this.advice = advice;
        }

        private static Optional<Container> of(byte[] bytes) {
            var start = new String(bytes, 0, Math.min(bytes.length, 4), ISO_8859_1);
            return Arrays.stream(values())
                    .filter(one -> start.startsWith(one.beginning))
                    .findFirst();
        }
    }

    /** Decodes records, which all have the charset of their file. */
    private static final class RecordText {

        private @Nullable CharsetDecoder decoder;

        private String of(RawRecord raw) {
            raw.problem().ifPresent(code -> {
                throw new RejectedRow(code, "", problemInWords(code));
            });
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

        private static String problemInWords(RejectCode code) {
            return code == RejectCode.UNCLOSED_QUOTE
                    ? "a quote opens in this line and is not closed by the end of the file"
                    : "the row has more than %d bytes, the most a row may have"
                            .formatted(RecordSplitter.MAX_RECORD_BYTES);
        }
    }

    /** Columns met so far that nobody reads. */
    List<String> columnsNotRead() {
        return new ArrayList<>(notRead);
    }

    /** Bytes of the file, as it is stored, read so far. */
    long position() throws IOException {
        return records.storedPosition();
    }

    /** Where the next row begins. */
    Place place() {
        return records.place();
    }

    /**
     * Goes on where an earlier reading of the same file was.
     *
     * @param columnsNotRead what that one had met
     */
    void goTo(Place place, List<String> columnsNotRead) throws IOException {
        records.goTo(place);
        notRead.addAll(columnsNotRead);
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
            var said = form.read(text.of(raw));
            return new Read.Good(new Row(headerOf(said.names()), said.values(), raw));
        } catch (RejectedRow e) {
            return new Read.Bad(e.of(raw));
        }
    }

    private Header headerOf(List<String> names) {
        var last = header;
        return last != null && last.isOf(names) ? last : use(Header.ofRow(names, columns), names);
    }

    private Header use(Header found, List<String> names) {
        header = found;
        found.notRead(names).stream()
                .limit(MOST_COLUMNS_NAMED - (long) notRead.size())
                .forEach(notRead::add);
        return found;
    }

    static void refuseTooLong(String value) {
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
