package io.caucus.scoring.report;

import io.caucus.scoring.learn.Column;
import io.caucus.scoring.learn.LearningTable;
import io.caucus.scoring.learn.TableReader;
import io.caucus.scoring.learn.TableSchema;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is at stake in each row. Learning never sees it, so that it is read once more, by the same rules, for the report alone.
 *
 * @param column that has it; empty if the schema names none
 */
public record Amounts(Optional<String> column, Map<Key, Double> byRow) {

    /** What a row is told apart by. */
    public record Key(String id, Instant cutoff) {}

    public Amounts {
        byRow = Map.copyOf(byRow);
    }

    /** Of a table whose schema names no amount. */
    public static final Amounts NONE = new Amounts(Optional.empty(), Map.of());

    /**
     * @param now nothing in the table can have happened after it
     * @throws io.caucus.scoring.learn.LearningRefused if a cell is no number, by file and line
     */
    public static Amounts read(Path file, TableSchema schema, Instant now) {
        return schema.columns().stream()
                .filter(column -> column.role() == Column.Role.AMOUNT)
                .findFirst()
                .map(column -> read(file, schema, column, now))
                .orElse(NONE);
    }

    private static Amounts read(Path file, TableSchema schema, Column amount, Instant now) {
        Map<Key, Double> amounts = new HashMap<>();
        for (LearningTable.Row row :
                TableReader.read(file, asOnlyInput(schema, amount), now).rows()) {
            amounts.put(new Key(row.id(), row.cutoff()), row.numbers()[0]);
        }
        return new Amounts(Optional.of(amount.name()), amounts);
    }

    private static TableSchema asOnlyInput(TableSchema schema, Column amount) {
        var columns = schema.columns().stream()
                .filter(column -> switch (column.role()) {
                    case ID, CUTOFF, LABEL, OUTCOME_TIME, AMOUNT -> true;
                    case INPUT, GROUP, SEGMENT, RULES_SCORE, IGNORED -> false;
                })
                .map(column -> column.equals(amount) ? input(amount) : column)
                .toList();
        return new TableSchema(
                schema.target(),
                schema.horizon(),
                schema.embargo(),
                schema.rowsFrom(),
                schema.observedUntil(),
                schema.joins(),
                schema.success(),
                schema.failure(),
                new TreeSet<>(),
                schema.sellerInputs(),
                schema.recencyHalfLife(),
                List.copyOf(columns));
    }

    private static Column input(Column amount) {
        return new Column(
                amount.name(),
                Column.Type.NUMBER,
                Column.Role.INPUT,
                amount.format(),
                Optional.empty(),
                amount.owner(),
                0,
                false);
    }

    /** NaN where it is not known. */
    double of(LearningTable.Row row) {
        return byRow.getOrDefault(new Key(row.id(), row.cutoff()), Double.NaN);
    }
}
