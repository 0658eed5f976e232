package io.caucus.ingest;

import java.util.List;

/**
 * What one row says, column by column.
 *
 * @param names as the file spells them; the same list for rows that have the same columns, wherever a form can
 */
record RowValues(List<String> names, List<String> values) {

    RowValues {
        if (names.size() != values.size()) {
            throw new IllegalArgumentException(
                    "a row has %d names and %d values, must have as many".formatted(names.size(), values.size()));
        }
    }
}
