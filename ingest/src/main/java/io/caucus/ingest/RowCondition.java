package io.caucus.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which rows a record is made of.
 *
 * @param words in lower case; empty asks only whether the column says anything
 * @param negated whether it must be none of the words
 */
record RowCondition(String column, Set<String> words, boolean negated) {

    static final RowCondition ALWAYS = new RowCondition("", Set.of(), false);

    boolean holds(Row row) {
        if (column.isEmpty()) {
            return true;
        }
        var said = row.find(column);
        if (words.isEmpty()) {
            return said.isPresent() != negated;
        }
        return said.filter(word -> words.contains(word.toLowerCase(Locale.ROOT)))
                        .isPresent()
                != negated;
    }

    /** {@code Stage is won or lost}, {@code Email is filled}. */
    String inWords() {
        if (words.isEmpty()) {
            return "%s is %s".formatted(column, negated ? "blank" : "filled");
        }
        return "%s is %s%s".formatted(column, negated ? "not " : "", String.join(" or ", words));
    }

    List<String> columns() {
        return column.isEmpty() ? List.of() : List.of(column);
    }
}
