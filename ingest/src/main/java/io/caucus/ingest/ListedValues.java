package io.caucus.ingest;

import java.util.NavigableSet;

/**
 * The values that one file of an export lists and another one uses.
 *
 * @param where what lists them, in words
 */
record ListedValues(String where, NavigableSet<String> values) {

    /** Beyond this a list is no list, and would fill the memory. */
    private static final int MOST_VALUES = 100_000;

    void list(String value) {
        if (values.size() < MOST_VALUES) {
            values.add(value);
        }
    }

    /** Reports a value that is not listed; says nothing when the listing file was not there. */
    void check(String column, String value, Findings findings) {
        if (!values.isEmpty() && values.size() < MOST_VALUES && !values.contains(value)) {
            findings.unlisted(column, value, values, where);
        }
    }
}
