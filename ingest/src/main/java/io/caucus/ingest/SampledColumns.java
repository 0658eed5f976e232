package io.caucus.ingest;

import io.caucus.graphmodel.quality.ColumnType;
import io.caucus.graphmodel.quality.SeenColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns of a file and what stands in them, as its first {@value RowFile#SAMPLE_ROWS} rows tell; of very wide files fewer.
 *
 * @param rows how many rows were looked at
 */
record SampledColumns(long rows, List<SeenColumn> columns) {

    /** Ten thousand columns by a thousand rows would take longer than anybody waits. */
    private static final int MOST_VALUES = 2_000_000;

    /** A few odd values do not make a column of numbers one of texts. */
    private static final double SHARE_OF_A_TYPE = 0.95;

    private static final int LONGEST_DATE = 40;
    private static final Set<String> BOOLEANS = Set.of("true", "false", "yes", "no");

    SampledColumns {
        columns = List.copyOf(columns);
    }

    /** @param file what to call the file */
    static SampledColumns of(String file, Path path, DateForm form) throws IOException, RefusedHeader {
        var names = RowFile.columnNames(path);
        var seen = names.stream()
                .map(name -> new EnumMap<ColumnType, Long>(ColumnType.class))
                .toList();
        int rows = RowFile.sample(path, names, RowFile.SAMPLE_ROWS, MOST_VALUES, row -> look(row, names, form, seen));
        return new SampledColumns(
                rows,
                IntStream.range(0, names.size())
                        .filter(index -> !names.get(index).isBlank())
                        .mapToObj(index -> new SeenColumn(file, names.get(index).strip(), type(seen.get(index))))
                        .toList());
    }

    private static void look(Row row, List<String> names, DateForm form, List<EnumMap<ColumnType, Long>> seen) {
        for (int index = 0; index < names.size(); index++) {
            var counts = seen.get(index);
            row.findWords(names.get(index)).ifPresent(value -> counts.merge(type(value, form), 1L, Long::sum));
        }
    }

    private static ColumnType type(String value, DateForm form) {
        if (Row.isDecimal(value)) {
            return ColumnType.NUMBER;
        }
        if (BOOLEANS.contains(Header.canonical(value))) {
            return ColumnType.BOOLEAN;
        }
        return isDate(value, form) ? ColumnType.DATE : ColumnType.TEXT;
    }

    private static boolean isDate(String value, DateForm form) {
        boolean mayBe = value.length() <= LONGEST_DATE && value.chars().anyMatch(Character::isDigit);
        return mayBe
                && (form.find(value).isPresent() || DateForm.ISO.find(value).isPresent());
    }

    private static ColumnType type(Map<ColumnType, Long> counts) {
        long filled = counts.values().stream().mapToLong(Long::longValue).sum();
        if (filled == 0) {
            return ColumnType.EMPTY;
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= SHARE_OF_A_TYPE * filled)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ColumnType.TEXT);
    }
}
