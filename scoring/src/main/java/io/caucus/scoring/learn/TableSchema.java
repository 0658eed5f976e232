package io.caucus.scoring.learn;

import io.caucus.scoring.learn.Column.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What is predicted, and what each column of a table means.
 *
 * @param target what a success is, in a sentence
 * @param horizon how long after the cutoff an outcome counts
 * @param embargo how long before a window begins its teachers must have ended; the horizon unless stated
 * @param rowsFrom rows with an earlier cutoff are left out
 * @param observedUntil the last instant the table knows about; the latest in it unless stated
 * @param joins further files, each adding its columns to the rows whose key it has
 * @param success the label's words for a success; empty if having an outcome time is one
 * @param failure the label's words for a failure; empty if every other word is one. Rows with neither are left out
 * @param waived columns that the leakage linter names and that are inputs all the same
 * @param sellerInputs whether columns that the seller can change are inputs
 * @param recencyHalfLife after which a row counts half; empty if all count alike
 */
public record TableSchema(
        String target,
        Duration horizon,
        Optional<Duration> embargo,
        Optional<Instant> rowsFrom,
        Optional<Instant> observedUntil,
        List<Join> joins,
        List<String> success,
        List<String> failure,
        SortedSet<String> waived,
        boolean sellerInputs,
        Optional<Duration> recencyHalfLife,
        List<Column> columns) {

    /** @param key the column that both files have */
    public record Join(String file, String key) {}

    public TableSchema {
        joins = List.copyOf(joins);
        success = List.copyOf(success);
        failure = List.copyOf(failure);
        columns = List.copyOf(columns);
        if (!horizon.isPositive()) {
            throw new LearningRefused("horizon_days is %d, must be positive".formatted(horizon.toDays()));
        }
        for (Role role : List.of(Role.ID, Role.CUTOFF)) {
            if (count(columns, role) != 1) {
                throw new LearningRefused("the schema has %d columns of role %s, must have one"
                        .formatted(count(columns, role), role.name().toLowerCase(Locale.ROOT)));
            }
        }
        for (Role role : List.of(
                Role.GROUP,
                Role.LABEL,
                Role.OUTCOME_TIME,
                Role.SEGMENT,
                Role.HAND_RAISER,
                Role.AMOUNT,
                Role.RULES_SCORE)) {
            if (count(columns, role) > 1) {
                throw new LearningRefused("the schema has %d columns of role %s, may have one"
                        .formatted(count(columns, role), role.name().toLowerCase(Locale.ROOT)));
            }
        }
        if (count(columns, Role.LABEL) + count(columns, Role.OUTCOME_TIME) == 0) {
            throw new LearningRefused(
                    "the schema has no column of role label or outcome_time; say where the outcome stands");
        }
        for (String column : waived) {
            if (columns.stream().noneMatch(each -> each.name().equals(column))) {
                throw new LearningRefused("waive names the column '%s', which the schema has not".formatted(column));
            }
        }
    }

    private static long count(List<Column> columns, Role role) {
        return columns.stream().filter(column -> column.role() == role).count();
    }

    Optional<Column> find(Role role) {
        return columns.stream().filter(column -> column.role() == role).findFirst();
    }

    Column get(Role role) {
        return find(role).orElseThrow();
    }

    /** In the schema's order: what a model may see, leaks aside. */
    List<Column> inputs() {
        return columns.stream().filter(Column::isInput).toList();
    }
}
