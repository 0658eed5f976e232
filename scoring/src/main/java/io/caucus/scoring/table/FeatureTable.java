package io.caucus.scoring.table;

import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of feature values being written, row after row. It appears under its name only when it is complete; until then it
 * has the ending {@value #UNFINISHED}.
 */
public final class FeatureTable implements AutoCloseable {

    public static final String ACCOUNT = "accountId";
    public static final String AS_OF = "asOf";
    public static final String VERSION = "catalogueVersion";
    /** When what is predicted happened, in a table to learn from. */
    public static final String OUTCOME = "outcomeAt";

    static final String UNFINISHED = ".unfinished";

    /** In what form the rows are kept, by the ending of the file's name. */
    public enum Format {
        /** Apache Arrow IPC file, also called Feather version 2: pandas, Polars, R and DuckDB read it. */
        ARROW(".arrow") {
            @Override
            Rows create(Path file, List<FeatureDefinition> columns) throws IOException {
                return new ArrowRows(file, columns);
            }
        },
        /** RFC 4180 in UTF-8. */
        CSV(".csv") {
            @Override
            Rows create(Path file, List<FeatureDefinition> columns) throws IOException {
                return new CsvRows(file, List.of(), columns);
            }
        };

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        abstract Rows create(Path file, List<FeatureDefinition> columns) throws IOException;

        /** @throws IllegalArgumentException if no format has the ending of the file's name */
        static Format of(Path file) {
            return Arrays.stream(values())
                    .filter(format -> file.toString().endsWith(format.ending))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("table file '%s' must end in one of %s"
                            .formatted(
                                    file,
                                    Arrays.stream(values())
                                            .map(format -> format.ending)
                                            .collect(Collectors.joining(", ")))));
        }
    }

    /** Where rows go. */
    interface Rows extends AutoCloseable {

        void add(FeatureVector row, List<String> more) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final Path file;
    private final Path unfinished;
    private final Rows rows;
    private long count;
    private boolean isComplete;

    private FeatureTable(Path file, Path unfinished, Rows rows) {
        this.file = file;
        this.unfinished = unfinished;
        this.rows = rows;
    }

    /**
     * Begins a table in the form that the ending of the file's name stands for.
     *
     * @param columns the features, in the order of the columns
     * @throws IllegalArgumentException if the ending stands for none
     */
    public static FeatureTable create(Path file, List<FeatureDefinition> columns) {
        var format = Format.of(file);
        var unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            return new FeatureTable(file, unfinished, format.create(unfinished, columns));
        } catch (IOException e) {
            throw new UncheckedIOException("table file '%s' cannot be written".formatted(file), e);
        }
    }

    /**
     * Begins a table to learn from or to predict, in CSV.
     *
     * @param more names of columns that stand before the features; each row brings its cells for them
     * @throws IllegalArgumentException if the ending stands for another form
     */
    public static FeatureTable createForModels(Path file, List<String> more, List<FeatureDefinition> columns) {
        if (Format.of(file) != Format.CSV) {
            throw new IllegalArgumentException(
                    "table file '%s' must end in .csv, for that is what models read".formatted(file));
        }
        var unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            return new FeatureTable(file, unfinished, new CsvRows(unfinished, more, columns));
        } catch (IOException e) {
            throw new UncheckedIOException("table file '%s' cannot be written".formatted(file), e);
        }
    }

    public void add(FeatureVector row) {
        add(row, List.of());
    }

    /** @param more the cells of further columns, empty text where nothing is known */
    public void add(FeatureVector row, List<String> more) {
        try {
            rows.add(row, more);
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException("table file '%s' cannot be written".formatted(file), e);
        }
    }

    /** Rows so far. */
    public long count() {
        return count;
    }

    /** Gives the file its name. Without this, what was written stays unfinished. */
    public void complete() {
        try {
            rows.close();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            isComplete = true;
        } catch (IOException e) {
            throw new UncheckedIOException("table file '%s' cannot be completed".formatted(file), e);
        }
    }

    @Override
    public void close() {
        if (isComplete) {
            return;
        }
        try {
            rows.close();
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException("table file '%s' cannot be closed".formatted(file), e);
        }
    }
}
