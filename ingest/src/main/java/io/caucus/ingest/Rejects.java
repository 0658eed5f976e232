package io.caucus.ingest;

import io.caucus.ingest.RejectedImport.HeaderLine;
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

    /** @throws ImportRefused when there is no such file or it is no rejects file, naming the line */
    public static Rejects read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ImportRefused(
                    "there is no rejects file '%s'. An import that rejects rows names its own at the end."
                            .formatted(file));
        }
        try (var lines = Files.newBufferedReader(file)) {
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

    private static RejectedImport originIn(Path file, String line) {
        try {
            var origin = RejectsFormat.readImport(line);
            Importer.refuseUnknown(origin.profile(), "line 1 of rejects file '%s': ".formatted(file));
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
        var header = header(origin, reject.file())
                .orElseThrow(() -> new RejectsFormat.NotOfTheFormat("its file is none of those line 1 lists"));
        if (reject.isUnreadable()) {
            return;
        }
        boolean fits = reject.currentRow()
                .flatMap(CsvText::values)
                .filter(values -> values.size() == header.size())
                .isPresent();
        if (!fits) {
            throw new RejectsFormat.NotOfTheFormat("its row does not have the values of the header");
        }
    }

    private static ImportRefused refused(Path file, int number, String rule) {
        return new ImportRefused(
                "line %d of '%s' is no line of a rejects file: %s. Name the file an import wrote, or import again to get a new one."
                        .formatted(number, file, rule));
    }

    private static Optional<List<String>> header(RejectedImport origin, String name) {
        return origin.files().stream()
                .filter(one -> one.file().equals(name))
                .findFirst()
                .map(HeaderLine::header)
                .flatMap(CsvText::values);
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

    /** The values of a row's header, for a row of this file. */
    List<String> headerOf(KeptReject reject) {
        return header(origin, reject.file()).orElseThrow();
    }

    /**
     * Replaces whole rows; a row that was rejected as several kinds of record counts once for each.
     *
     * @throws ImportRefused when the text is no row of their file
     */
    public Rejects withRow(Predicate<KeptReject> which, String row, Instant at) {
        return changed(which, reject -> {
            int columns = headerOf(reject).size();
            var values = CsvText.values(row)
                    .orElseThrow(() -> new ImportRefused(
                            "%s: the new row is not one row of CSV. Put values with commas in quotes, and write quotes inside them twice."
                                    .formatted(place(reject))));
            if (values.size() != columns) {
                throw new ImportRefused("%s: the new row has %d values, must have %d: %s"
                        .formatted(place(reject), values.size(), columns, String.join(",", headerOf(reject))));
            }
            return reject.corrected(row, at);
        });
    }

    /**
     * Gives one column of rows another value.
     *
     * @throws ImportRefused when there is no such column, or a row cannot be taken apart
     */
    public Rejects withValue(Predicate<KeptReject> which, String column, String value, Instant at) {
        return changed(which, reject -> {
            var values = new ArrayList<>(valuesOf(reject)
                    .orElseThrow(() -> new ImportRefused(
                            "%s is %s: it has no columns to speak of. Give the whole row with --row, in the order %s"
                                    .formatted(place(reject), reject.code(), String.join(",", headerOf(reject))))));
            values.set(position(reject, column), value);
            var row = CsvText.row(values);
            if (CsvText.values(row).isEmpty()) {
                throw new ImportRefused("%s: the new value is too long, or holds a NUL character. Give another."
                        .formatted(place(reject)));
            }
            return reject.corrected(row, at);
        });
    }

    /** What a row has in a column now; empty when it has no such column or cannot be taken apart. */
    public Optional<String> value(KeptReject reject, String column) {
        int position = find(reject, column);
        return position < 0 ? Optional.empty() : valuesOf(reject).map(values -> values.get(position));
    }

    private static Optional<List<String>> valuesOf(KeptReject reject) {
        return reject.isUnreadable() ? Optional.empty() : reject.currentRow().flatMap(CsvText::values);
    }

    private int position(KeptReject reject, String column) {
        int found = find(reject, column);
        if (found < 0) {
            var names = headerOf(reject);
            throw new ImportRefused("%s has no column '%s'. %sIts columns are: %s."
                    .formatted(
                            reject.file(),
                            column,
                            Closest.to(column, names)
                                    .map("Did you mean '%s'? "::formatted)
                                    .orElse(""),
                            String.join(", ", names)));
        }
        return found;
    }

    private int find(KeptReject reject, String column) {
        return headerOf(reject).stream().map(Header::canonical).toList().indexOf(Header.canonical(column));
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
