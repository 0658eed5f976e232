package io.caucus.ingest;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is expected of one column of the rows of one kind of record.
 *
 * @param record the kind of record, in the source's own word
 * @param share the least share of the rows it applies to that must do as expected, in (0, 1]
 * @param when the rows it applies to; rows without a value are only held against {@link ExpectedRule.Filled}
 * @param rejects whether a row that does not do as expected is rejected
 */
record Expectation(String record, String column, ExpectedRule rule, double share, RowCondition when, boolean rejects) {

    Expectation {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share is %s, must lie in (0, 1]".formatted(share));
        }
        boolean ofOneRow = !(rule instanceof ExpectedRule.Fresh) && !(rule instanceof ExpectedRule.Refers);
        if (rejects && !ofOneRow) {
            throw new IllegalArgumentException(
                    rule instanceof ExpectedRule.Fresh
                            ? "fresh-days is about the file as a whole and can reject no row; leave out reject"
                            : "a row that refers to nothing known is rejected anyway; leave out reject");
        }
        if (share < 1 && rule instanceof ExpectedRule.Fresh) {
            throw new IllegalArgumentException("fresh-days is about the file as a whole; leave out share");
        }
    }

    List<String> columns() {
        return Stream.concat(Stream.of(column), when.columns().stream()).toList();
    }

    /** {@code is filled in at least 95 % of the rows, where Stage is won}. */
    String inWords() {
        var often = share < 1 ? " in at least %s %% of the rows".formatted(percent(share)) : "";
        return rule.inWords() + often + (when.column().isEmpty() ? "" : ", where " + when.inWords());
    }

    private static String percent(double share) {
        return new BigDecimal(Double.toString(share))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
