package io.caucus.ingest;

import io.caucus.graphmodel.quality.ColumnType;
import io.caucus.graphmodel.quality.SeenColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column that is not as in the last import of its file.
 *
 * @param before what stood in it; empty when the column is new
 * @param now what stands in it; empty when the column is missing
 */
public record Drift(String file, String column, Optional<ColumnType> before, Optional<ColumnType> now) {

    /** In fewer rows a column may be empty by chance. */
    private static final int FEWEST_ROWS = 20;

    /** What became of the column. */
    public enum Kind {
        NEW,
        MISSING,
        RETYPED
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.NEW;
        }
        return now.isEmpty() ? Kind.MISSING : Kind.RETYPED;
    }

    public String text() {
        return switch (kind()) {
            case NEW -> "%s: column '%s' is new, %s".formatted(file, column, word(now));
            case MISSING -> "%s: column '%s' is missing, it was %s".formatted(file, column, word(before));
            case RETYPED -> "%s: column '%s' is %s, it was %s".formatted(file, column, word(now), word(before));
        };
    }

    private static String word(Optional<ColumnType> type) {
        return type.orElseThrow().name().toLowerCase(Locale.ROOT);
    }

    /**
     * How one file differs from its last import: its columns in their order, then those that are missing. A column that was empty has
     * no type that could have changed.
     *
     * @param last the columns of the last import of this file, not of others
     */
    static List<Drift> of(List<SeenColumn> last, SampledColumns sampled) {
        if (last.isEmpty()) {
            return List.of();
        }
        var missing = new LinkedHashMap<String, SeenColumn>();
        last.forEach(column -> missing.put(Header.canonical(column.name()), column));
        var drift = new ArrayList<Drift>();
        for (SeenColumn column : sampled.columns()) {
            var before = Optional.ofNullable(missing.remove(Header.canonical(column.name())));
            if (before.isEmpty() || isRetyped(before.get().type(), column.type(), sampled.rows())) {
                drift.add(new Drift(
                        column.file(), column.name(), before.map(SeenColumn::type), Optional.of(column.type())));
            }
        }
        missing.values().forEach(gone -> drift.add(gone(gone)));
        return drift;
    }

    private static Drift gone(SeenColumn column) {
        return new Drift(column.file(), column.name(), Optional.of(column.type()), Optional.empty());
    }

    private static boolean isRetyped(ColumnType before, ColumnType now, long rows) {
        boolean emptyByChance = now == ColumnType.EMPTY && rows < FEWEST_ROWS;
        return before != ColumnType.EMPTY && before != now && !emptyByChance;
    }
}
