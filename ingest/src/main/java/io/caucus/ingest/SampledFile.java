package io.caucus.ingest;

import io.caucus.ingest.ColumnWords.Meaning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The first rows of a file, column by column.
 *
 * @param rows how many they are
 */
record SampledFile(String file, int rows, List<SampledColumn> columns, WrittenDates dates) {

    static final int MOST_ROWS = 10_000;

    private static final int MOST_COLUMNS = 500;

    /** Of a wide file fewer rows are kept. */
    private static final int MOST_VALUES = 500_000;

    private static final int LONGEST_KEPT = 200;

    /** Less of a name than this says nothing about the column. */
    private static final double LEAST_SAID = 0.25;

    SampledFile {
        columns = List.copyOf(columns);
    }

    /** @throws ImportRefused when it is no file of rows */
    static SampledFile read(Path path) {
        try {
            return sample(path);
        } catch (RefusedHeader e) {
            throw new ImportRefused(e.file().reason());
        } catch (IOException e) {
            throw new ImportRefused("'%s' cannot be read. Name a CSV or JSON-lines file.".formatted(path));
        }
    }

    private static SampledFile sample(Path path) throws IOException, RefusedHeader {
        var names = RowFile.columnNames(path).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_KEPT)
                .filter(name -> !name.equals(MappingProblems.QUESTION))
                .limit(MOST_COLUMNS)
                .toList();
        var columns = names.stream().map(SampledColumn::new).toList();
        int rows = RowFile.sample(
                path,
                names,
                MOST_ROWS,
                MOST_VALUES,
                row -> columns.forEach(
                        column -> row.findWords(column.name()).ifPresent(value -> column.add(cut(value)))));
        return new SampledFile(String.valueOf(path.getFileName()), rows, columns, WrittenDates.of(columns));
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_KEPT ? value : value.substring(0, LONGEST_KEPT);
    }

    /** The column whose name says most clearly that it means this, of those that hold such values; the first of several. */
    Optional<SampledColumn> find(Meaning meaning, Predicate<SampledColumn> kind) {
        return columns.stream()
                .filter(column -> !column.isBlank() && column.means(meaning) >= LEAST_SAID)
                .filter(kind)
                .max(Comparator.comparingDouble((SampledColumn column) -> column.means(meaning))
                        .thenComparing(columns::indexOf, Comparator.reverseOrder()));
    }

    Optional<SampledColumn> find(Meaning meaning) {
        return find(meaning, column -> true);
    }

    Optional<SampledColumn> find(Predicate<SampledColumn> kind) {
        return columns.stream().filter(kind).findFirst();
    }

    /** The column of dates whose name says most clearly that it means this. */
    Optional<SampledColumn> dated(Meaning meaning) {
        return find(meaning, dates::has);
    }

    /** A column of dates that is neither of a change nor of an end, if there is but one. */
    Optional<SampledColumn> onlyDate() {
        var candidates = dates.columns().stream()
                .filter(column -> column.means(Meaning.CHANGED) == 0 && column.means(Meaning.CLOSED) == 0)
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    /** The column that tells rows apart: one that is called an id, else an address, else one that looks like an id, else a name. */
    Optional<SampledColumn> id() {
        return find(column -> column.mentions(Meaning.ID) > 0 && endsWithId(column) && identifies(column))
                .or(() -> find(column -> column.hasEmails() && isDifferentInEachRow(column)))
                .or(() -> find(column -> isDifferentInEachRow(column) && column.mayBeId() && !dates.has(column)))
                .or(() -> find(Meaning.COMPANY, this::isDifferentInEachRow))
                .or(() -> find(Meaning.NAME, this::isDifferentInEachRow))
                .or(() -> find(Meaning.OWNER, this::isDifferentInEachRow))
                .or(() -> find(Meaning.DEAL, this::isDifferentInEachRow));
    }

    private static boolean endsWithId(SampledColumn column) {
        var words = ColumnWords.words(column.name());
        return ColumnWords.get()
                .meanings(words.substring(words.lastIndexOf(' ') + 1))
                .containsKey(Meaning.ID);
    }

    /** A column that is called an id may have a few that stand twice: the same record was exported twice. */
    private boolean identifies(SampledColumn column) {
        return rows > 0
                && column.values().size() == rows
                && column.distinct().size() >= SampledColumn.NEARLY_ALL * rows;
    }

    boolean isDifferentInEachRow(SampledColumn column) {
        return rows > 0 && column.values().size() == rows && column.distinct().size() == rows;
    }

    /** What its rows are: by the file's name, else by its columns. */
    Optional<MappedEntity> entity() {
        var named = ColumnWords.get().entity(stem());
        boolean people = find(SampledColumn::hasEmails).isPresent()
                || find(Meaning.LAST_NAME).isPresent()
                || find(Meaning.JOB_TITLE).isPresent()
                || find(Meaning.NAME).isPresent();
        if (named.equals(Optional.of(MappedEntity.PERSON)) && !people) {
            return Optional.of(MappedEntity.ACCOUNT);
        }
        return named.or(this::entityOfColumns);
    }

    String stem() {
        int dot = file.indexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    private Optional<MappedEntity> entityOfColumns() {
        boolean deal = find(Meaning.STAGE, SampledColumn::isOfWords).isPresent()
                && (find(Meaning.AMOUNT, SampledColumn::hasNumbers).isPresent()
                        || find(Meaning.DEAL).isPresent());
        if (deal) {
            return Optional.of(MappedEntity.OPPORTUNITY);
        }
        if (find(Meaning.LAST_NAME).isPresent()
                || find(Meaning.EMAIL, SampledColumn::hasEmails).isPresent()) {
            return Optional.of(MappedEntity.PERSON);
        }
        boolean firm = find(Meaning.INDUSTRY).isPresent()
                || find(Meaning.HEADCOUNT).isPresent()
                || find(Meaning.DOMAIN).isPresent();
        return firm && find(Meaning.COMPANY).or(() -> find(Meaning.NAME)).isPresent()
                ? Optional.of(MappedEntity.ACCOUNT)
                : Optional.empty();
    }
}
