package io.caucus.scoring.learn;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.caucus.scoring.learn.Column.KnownAt;
import io.caucus.scoring.learn.Column.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a table by its schema. The first cell that cannot be what the schema says it is ends it, by name and line. */
public final class TableReader {

    private static final int LEAST_ROWS = 20;
    /** Larger ones would overflow where they are squared, or made floats. */
    private static final double MOST = 1e30;

    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private final TableSchema schema;
    private final Path file;
    private final Instant now;
    private final MessageDigest digest = sha256();
    private final Set<String> ids = new HashSet<>();

    private TableReader(Path file, TableSchema schema, Instant now) {
        this.file = file;
        this.schema = schema;
        this.now = now;
    }

    /**
     * @param now nothing in the table can have happened after it
     * @throws LearningRefused if a file is not there, lacks a column of the schema, has a cell that is not of its type, an id
     *     twice, or tells of what nobody can have seen yet; if there are too few rows, or only one outcome
     */
    public static LearningTable read(Path file, TableSchema schema, Instant now) {
        return new TableReader(file, schema, now).read();
    }

    /** Rows whose outcome is open, in the order of the file, and how many had no cutoff. */
    record Questions(List<Question> rows, int undated) {}

    /**
     * Rows without outcomes: those columns are not read, nor are files to join that are not there.
     *
     * @param columns the inputs to read; others are taken for missing
     * @throws LearningRefused as {@link #read} does, but for what it says of outcomes; if there is no row
     */
    static Questions readQuestions(Path file, TableSchema schema, Set<String> columns) {
        return new TableReader(file, schema, Instant.MAX).readQuestions(columns); // none of it has to have happened
    }

    private Questions readQuestions(Set<String> columns) {
        var joins = schema.joins().stream()
                .filter(join -> Files.isRegularFile(file.resolveSibling(join.file())))
                .toList();
        var lines = joined(joins);
        if (lines.isEmpty()) {
            throw refused("has no rows; at least one is needed to predict");
        }
        var cutoff = schema.get(Role.CUTOFF);
        checkHas(lines.getFirst(), schema.get(Role.ID), "which tells rows apart");
        checkHas(lines.getFirst(), cutoff, "the instant that a row is asked as of");
        schema.inputs().stream()
                .filter(column -> columns.contains(column.name()))
                .forEach(column -> checkHas(lines.getFirst(), column, "which the model reads"));
        var rows = new ArrayList<Question>();
        for (Line line : lines) {
            date(line, cutoff).ifPresent(at -> rows.add(question(line, at, column -> columns.contains(column.name()))));
        }
        return new Questions(rows, lines.size() - rows.size());
    }

    private void checkHas(Line line, Column column, String what) {
        if (!line.cells().containsKey(column.name())) {
            throw refused("has no column '%s', %s; it has %s. Add it, empty where it is not known"
                    .formatted(
                            column.name(), what, String.join(", ", line.cells().keySet())));
        }
    }

    /** A line of the file with what joined files add. */
    private record Line(long number, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /** When a unit was asked about and what became of it. */
    private record Times(Instant cutoff, Optional<Instant> outcome) {}

    private LearningTable read() {
        var lines = joined(schema.joins());
        var columns =
                lines.isEmpty() ? Set.<String>of() : lines.getFirst().cells().keySet();
        for (Column column : schema.columns()) {
            if (!lines.isEmpty() && !columns.contains(column.name())) {
                throw refused("has no column '%s', which the schema names; it has %s"
                        .formatted(column.name(), String.join(", ", columns)));
            }
        }
        var dated = lines.stream()
                .filter(line -> !line.cell(schema.get(Role.CUTOFF).name()).isEmpty())
                .toList();
        var times = dated.stream().map(this::times).toList();
        var until = schema.observedUntil().orElseGet(() -> latest(times));
        if (schema.observedUntil().isPresent() && until.isAfter(now)) {
            throw new LearningRefused(
                    "observed_until is %s, which lies in the future: it is %s now".formatted(until, now));
        }
        digest.update(schema.toString().getBytes(StandardCharsets.UTF_8));
        var rows = new ArrayList<LearningTable.Row>();
        int before = 0;
        int decided = 0;
        int unripe = 0;
        int undecided = 0;
        for (int i = 0; i < times.size(); i++) {
            var line = dated.get(i);
            checkTimes(line, times.get(i), until);
            var cutoff = times.get(i).cutoff();
            var row = row(line, times.get(i));
            if (schema.rowsFrom().map(cutoff::isBefore).orElse(false)) {
                before++;
            } else if (schema.find(Role.OUTCOME_TIME).isPresent()
                    && cutoff.plus(schema.horizon()).isAfter(until)) {
                unripe++;
            } else if (times.get(i).outcome().map(cutoff::isAfter).orElse(false)) {
                decided++;
            } else if (isUndecided(line)) {
                undecided++;
            } else {
                rows.add(row);
            }
        }
        var fingerprint = HexFormat.of().formatHex(digest.digest());
        return checked(new LearningTable(
                schema,
                rows,
                fingerprint,
                new LearningTable.LeftOut(
                        lines.size(), lines.size() - dated.size(), before, decided, unripe, undecided),
                until));
    }

    private LearningTable checked(LearningTable table) {
        int rows = table.rows().size();
        if (rows < LEAST_ROWS) {
            throw refused("has %,d usable rows (%s); at least %d are needed to say anything"
                    .formatted(rows, table.leftOut().sentence(), LEAST_ROWS));
        }
        if (table.successes() == 0 || table.successes() == rows) {
            throw refused("has %,d successes in %,d rows; both outcomes must occur. Is the target right: %s?"
                    .formatted(table.successes(), rows, schema.target()));
        }
        return table;
    }

    private List<Line> joined(List<TableSchema.Join> joins) {
        var lines = lines(file);
        for (TableSchema.Join join : joins) {
            Map<String, Map<String, String>> byKey = new HashMap<>();
            var other = file.resolveSibling(join.file());
            for (Line line : lines(other)) {
                if (!line.cells().containsKey(join.key())) {
                    throw new LearningRefused("%s has no column '%s' to join by".formatted(other, join.key()));
                }
                if (byKey.put(line.cell(join.key()), line.cells()) != null) {
                    throw new LearningRefused("%s:%d has the %s '%s' again; a joined file must have each once"
                            .formatted(other, line.number(), join.key(), line.cell(join.key())));
                }
            }
            var columns = byKey.values().stream().findFirst().map(Map::keySet).orElse(Set.of());
            lines.forEach(line -> add(line, join, byKey, columns));
        }
        return lines;
    }

    /** What the first file says stays. */
    private static void add(
            Line line, TableSchema.Join join, Map<String, Map<String, String>> byKey, Set<String> columns) {
        var found = byKey.getOrDefault(line.cell(join.key()), Map.of());
        columns.forEach(column -> line.cells().putIfAbsent(column, found.getOrDefault(column, "")));
    }

    private List<Line> lines(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new LearningRefused("there is no file %s".formatted(path));
        }
        try (var reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(path)) {
            digest.update(Files.readAllBytes(path));
            return reader.stream().map(TableReader::line).toList();
        } catch (IOException | UncheckedIOException | CsvParseException | IllegalStateException e) {
            throw new LearningRefused("%s cannot be read as CSV in UTF-8: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static Line line(NamedCsvRecord csv) {
        return new Line(csv.getStartingLineNumber(), new LinkedHashMap<>(csv.getFieldsAsMap()));
    }

    private Times times(Line line) {
        var cutoffColumn = schema.get(Role.CUTOFF);
        return new Times(
                date(line, cutoffColumn).orElseThrow(),
                schema.find(Role.OUTCOME_TIME).flatMap(column -> date(line, column)));
    }

    private void checkTimes(Line line, Times times, Instant until) {
        checkHappened(line, Role.CUTOFF, Optional.of(times.cutoff()));
        checkHappened(line, Role.OUTCOME_TIME, times.outcome());
        times.outcome().ifPresent(outcome -> {
            if (outcome.isAfter(until)) {
                throw refused(
                        line,
                        "has the outcome %s after %s, which the schema says nobody has seen".formatted(outcome, until));
            }
        });
    }

    private void checkHappened(Line line, Role role, Optional<Instant> instant) {
        if (instant.filter(now::isBefore).isPresent()) {
            throw refused(
                    line,
                    "has %s '%s', which lies in the future: it is %s now; correct the cell"
                            .formatted(
                                    schema.get(role).name(),
                                    line.cell(schema.get(role).name()),
                                    now));
        }
    }

    private static Instant latest(List<Times> times) {
        return times.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.cutoff()), each.outcome().stream()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private LearningTable.Row row(Line line, Times times) {
        var question = question(line, times.cutoff(), column -> true);
        var inputs = schema.inputs();
        boolean[] after = new boolean[inputs.size()];
        for (int input = 0; input < inputs.size(); input++) {
            var column = inputs.get(input);
            after[input] = !line.cell(column.name()).isEmpty() && isKnownAfter(line, column, times.cutoff());
        }
        boolean succeeded = succeeded(line, times);
        return new LearningTable.Row(
                question,
                schema.find(Role.GROUP)
                        .map(column -> line.cell(column.name()))
                        .filter(name -> !name.isEmpty())
                        .orElse(question.id()),
                succeeded
                        && times.outcome()
                                .map(at -> !at.isAfter(times.cutoff().plus(schema.horizon())))
                                .orElse(true),
                succeeded,
                times.outcome(),
                after,
                schema.find(Role.RULES_SCORE).map(column -> number(line, column, times.cutoff())),
                schema.find(Role.AMOUNT)
                        .map(column -> number(line, column, times.cutoff()))
                        .orElse(Double.NaN),
                schema.find(Role.HAND_RAISER)
                        .map(column -> number(line, column, times.cutoff()) == 1)
                        .orElse(false));
    }

    private Question question(Line line, Instant cutoff, Predicate<Column> isRead) {
        var id = line.cell(schema.get(Role.ID).name());
        if (id.isEmpty() || !ids.add(id + " " + cutoff)) {
            throw refused(
                    line,
                    id.isEmpty()
                            ? "has no %s".formatted(schema.get(Role.ID).name())
                            : "has the %s '%s' with the same cutoff as a row before it; each may be asked about once"
                                    .formatted(schema.get(Role.ID).name(), id));
        }
        var inputs = schema.inputs();
        double[] numbers = new double[inputs.size()];
        @Nullable String[] words = new String[inputs.size()];
        for (int input = 0; input < inputs.size(); input++) {
            var column = inputs.get(input);
            var cell = line.cell(column.name());
            boolean isCategory = column.type() == Column.Type.CATEGORY;
            numbers[input] = isCategory || !isRead.test(column) ? Double.NaN : number(line, column, cutoff);
            words[input] = isCategory && isRead.test(column) && !cell.isEmpty() ? cell : null;
        }
        return new Question(id, cutoff, numbers, words);
    }

    private boolean succeeded(Line line, Times times) {
        var label = schema.find(Role.LABEL);
        if (label.isEmpty()) {
            return times.outcome().isPresent();
        }
        var word = line.cell(label.get().name());
        if (!schema.success().isEmpty()) {
            return schema.success().contains(word);
        }
        return flag(word)
                .orElseThrow(() -> refused(
                        line,
                        "has the label '%s', must be yes or no; or name its words under success".formatted(word)));
    }

    private boolean isUndecided(Line line) {
        return !schema.failure().isEmpty()
                && schema.find(Role.LABEL)
                        .map(label -> line.cell(label.name()))
                        .map(word -> !schema.success().contains(word)
                                && !schema.failure().contains(word))
                        .orElse(false);
    }

    private boolean isKnownAfter(Line line, Column column, Instant cutoff) {
        return column.knownAt()
                .map(knownAt -> switch (knownAt) {
                    case KnownAt.Outcome outcome -> true;
                    case KnownAt.InColumn other ->
                        date(line, named(column, other.column()))
                                .map(known -> known.isAfter(cutoff))
                                .orElse(false);
                })
                .orElse(false);
    }

    private Column named(Column by, String name) {
        return schema.columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LearningRefused(
                        "column '%s' is known at '%s', which is neither cutoff, outcome nor a column of the schema"
                                .formatted(by.name(), name)));
    }

    private double number(Line line, Column column, Instant cutoff) {
        var cell = line.cell(column.name());
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        return switch (column.type()) {
            case NUMBER -> finite(line, column, cell);
            case FLAG ->
                flag(cell)
                                .orElseThrow(() -> refused(
                                        line,
                                        "has %s '%s', which the schema calls a flag; must be yes or no"
                                                .formatted(column.name(), cell)))
                        ? 1
                        : 0;
            case DATE ->
                Duration.between(date(line, column).orElseThrow(), cutoff).toMillis() / MILLIS_A_DAY;
            case CATEGORY -> throw new IllegalStateException("a category is no number");
        };
    }

    private double finite(Line line, Column column, String cell) {
        try {
            double value = Double.parseDouble(cell);
            if (Math.abs(value) <= MOST) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new LearningRefused(
                    "%s:%d has %s '%s', which the schema calls a number; correct the cell, or call the column a category"
                            .formatted(file, line.number(), column.name(), cell),
                    e);
        }
        throw refused(
                line,
                "has %s '%s', must be within ±1e30; leave the cell empty if it is not known"
                        .formatted(column.name(), cell));
    }

    private Optional<Instant> date(Line line, Column column) {
        var cell = line.cell(column.name());
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        var parsed = Dates.parse(cell, column.format());
        if (parsed.isEmpty()) {
            throw refused(
                    line,
                    "has %s '%s', which the schema calls a date; dates are %s"
                            .formatted(
                                    column.name(),
                                    cell,
                                    column.format().orElse("ISO, such as 2026-01-31, unless it gives a format")));
        }
        return parsed;
    }

    private static Optional<Boolean> flag(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1", "1.0" -> Optional.of(true);
            case "no", "false", "0", "0.0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private LearningRefused refused(String problem) {
        return new LearningRefused("%s %s".formatted(file, problem));
    }

    private LearningRefused refused(Line line, String problem) {
        return new LearningRefused("%s:%d %s".formatted(file, line.number(), problem));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
