package io.caucus.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A rejects file that has been read: what an import did not accept, to be looked at, corrected and replayed.
 *
 * <p><b>Cost.</b> Held in memory as a whole.
 */
public final class Rejects {

    private final Path file;
    private final RejectedImport origin;
    private final List<KeptReject> all;

    private Rejects(Path file, RejectedImport origin, List<KeptReject> all) {
        this.file = file;
        this.origin = origin;
        this.all = List.copyOf(all);
    }

    /** What a byte of the file may take of the heap, by judgement: its text, taken apart, and again where it is corrected. */
    private static final int HEAP_OF_A_BYTE = 6;

    /** @throws ImportRefused when there is no such file, it is too large to hold or it is no rejects file, naming the line */
    public static Rejects read(Path file) {
        return read(file, Runtime.getRuntime().maxMemory());
    }

    /** @param heap how many bytes the process may take */
    static Rejects read(Path file, long heap) {
        if (!Files.isRegularFile(file)) {
            throw new ImportRefused(
                    "there is no rejects file '%s'. An import that rejects rows names its own at the end."
                            .formatted(file));
        }
        try (var lines = Files.newBufferedReader(file)) {
            refuseIfTooLarge(file, heap);
            var number = 1;
            var origin = originIn(file, Optional.ofNullable(lines.readLine()).orElse(""));
            var all = new ArrayList<KeptReject>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                all.add(rejectIn(file, origin, number, line));
            }
            return new Rejects(file, origin, all);
        } catch (CharacterCodingException e) {
            throw new ImportRefused(
                    "'%s' is no rejects file: it is not UTF-8. Name the file an import wrote.".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException("rejects file '%s' cannot be read".formatted(file), e);
        }
    }

    private static void refuseIfTooLarge(Path file, long heap) throws IOException {
        long needed = Files.size(file) * HEAP_OF_A_BYTE;
        if (needed > heap) {
            throw new ImportRefused(
                    "rejects file '%s' has %,d MiB and needs about %,d MiB of memory, this process may take %,d. Correct the source and import it again, or allow more: CAUCUS_JAVA_OPTIONS=-Xmx%dm"
                            .formatted(
                                    file,
                                    inMebibytes(Files.size(file)),
                                    inMebibytes(needed),
                                    inMebibytes(heap),
                                    inMebibytes(needed)));
        }
    }

    /** Rounded up. */
    private static long inMebibytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20);
    }

    private static RejectedImport originIn(Path file, String line) {
        try {
            var origin = RejectsFormat.readImport(line);
            Importer.refuseUnknown(origin, "line 1 of rejects file '%s': ".formatted(file));
            return origin;
        } catch (RejectsFormat.NotOfTheFormat e) {
            throw refused(file, 1, String.valueOf(e.getMessage()));
        }
    }

    private static KeptReject rejectIn(Path file, RejectedImport origin, int number, String line) {
        try {
            var reject = RejectsFormat.readReject(line);
            refuseIfUnfit(origin, reject);
            return reject;
        } catch (RejectsFormat.NotOfTheFormat e) {
            throw refused(file, number, String.valueOf(e.getMessage()));
        }
    }

    private static void refuseIfUnfit(RejectedImport origin, KeptReject reject) throws RejectsFormat.NotOfTheFormat {
        var form = origin.form(reject.file())
                .orElseThrow(() -> new RejectsFormat.NotOfTheFormat("its file is none of those line 1 lists"));
        try {
            if (!reject.isUnreadable()) {
                form.read(reject.currentRow().orElse(""));
            }
        } catch (RejectedRow e) {
            throw new RejectsFormat.NotOfTheFormat("its row is none of its file: " + e.getMessage());
        }
    }

    private static ImportRefused refused(Path file, int number, String rule) {
        return new ImportRefused(
                "line %d of '%s' is no line of a rejects file: %s. Name the file an import wrote, or import again to get a new one."
                        .formatted(number, file, rule));
    }

    public Path file() {
        return file;
    }

    /** The profile of the import, which replays the rows, too. */
    public String profile() {
        return origin.profile();
    }

    RejectedImport origin() {
        return origin;
    }

    /** All that were ever rejected by the import, replayed ones too. */
    public List<KeptReject> all() {
        return all;
    }

    /** Those that have not been accepted since. */
    public List<KeptReject> open() {
        return all.stream().filter(KeptReject::isOpen).toList();
    }

    private RowForm formOf(KeptReject reject) {
        return origin.form(reject.file()).orElseThrow();
    }

    /**
     * Replaces whole rows; a row that was rejected as several kinds of record counts once for each.
     *
     * @throws ImportRefused when the text is no row of their file
     */
    public Rejects withRow(Predicate<KeptReject> which, String row, Instant at) {
        return changed(which, reject -> {
            try {
                formOf(reject).read(row);
                return reject.corrected(row, at);
            } catch (RejectedRow e) {
                throw new ImportRefused("%s: the new row is none of its file: %s. %s%s"
                        .formatted(place(reject), e.getMessage(), e.code().nextStep(), columnsInWords(reject)));
            }
        });
    }

    /**
     * Gives one column of rows another value.
     *
     * @throws ImportRefused when there is no such column, or a row cannot be taken apart
     */
    public Rejects withValue(Predicate<KeptReject> which, String column, String value, Instant at) {
        return changed(which, reject -> {
            var names = columnsOf(reject);
            if (names.isEmpty()) {
                throw new ImportRefused("%s is %s: it has no columns to speak of. Give the whole row with --row.%s"
                        .formatted(place(reject), reject.code(), columnsInWords(reject)));
            }
            refuseUnknown(reject, column, names);
            return reject.corrected(rowWith(reject, column, value), at);
        });
    }

    /** The changed row, which is checked as one that was typed would be. */
    private String rowWith(KeptReject reject, String column, String value) {
        var form = formOf(reject);
        try {
            var row = form.changed(reject.currentRow().orElse(""), column, value);
            form.read(row);
            return row;
        } catch (RejectedRow e) {
            throw new ImportRefused(
                    "%s: the new value cannot stand there: %s. Give another.".formatted(place(reject), e.getMessage()));
        }
    }

    /** What a row has in a column now; empty when it has no such column or cannot be taken apart. */
    public Optional<String> value(KeptReject reject, String column) {
        return said(reject).flatMap(said -> {
            int position = position(said.names(), column);
            return position < 0 ? Optional.empty() : Optional.of(said.values().get(position));
        });
    }

    private String columnsInWords(KeptReject reject) {
        var columns = formOf(reject).columns();
        return columns.isEmpty() ? "" : " The columns are: %s.".formatted(String.join(",", columns));
    }

    private Optional<RowValues> said(KeptReject reject) {
        return reject.isUnreadable()
                ? Optional.empty()
                : reject.currentRow().map(row -> formOf(reject).read(row));
    }

    private List<String> columnsOf(KeptReject reject) {
        return said(reject).map(RowValues::names).orElse(List.of());
    }

    /** The column at fault is one the row should have, even if it is a JSON object that does not. */
    private void refuseUnknown(KeptReject reject, String column, List<String> names) {
        boolean isAtFault = Header.canonical(reject.column()).equals(Header.canonical(column));
        if (position(names, column) < 0 && !(isAtFault && formOf(reject).mayGain())) {
            throw new ImportRefused("%s has no column '%s'. %sIts columns are: %s."
                    .formatted(
                            reject.file(),
                            column,
                            Closest.to(column, names)
                                    .map("Did you mean '%s'? "::formatted)
                                    .orElse(""),
                            String.join(", ", names)));
        }
    }

    private static int position(List<String> names, String column) {
        return names.stream().map(Header::canonical).toList().indexOf(Header.canonical(column));
    }

    private static String place(KeptReject reject) {
        return "%s:%d".formatted(reject.file(), reject.line());
    }

    private Rejects changed(Predicate<KeptReject> which, UnaryOperator<KeptReject> change) {
        return with(all.stream()
                .map(reject -> reject.isOpen() && which.test(reject) ? change.apply(reject) : reject)
                .toList());
    }

    Rejects with(List<KeptReject> others) {
        return new Rejects(file, origin, others);
    }

    /** Puts this in the place of the file it was read from, whole or not at all. */
    public void save() {
        try (var kept = new RejectsFile(file, origin)) {
            for (KeptReject reject : all) {
                kept.add(reject);
            }
            kept.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("rejects file '%s' cannot be written".formatted(file), e);
        }
    }
}
