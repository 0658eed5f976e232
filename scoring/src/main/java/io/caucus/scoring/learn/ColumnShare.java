package io.caucus.scoring.learn;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * One column's additive share of a prediction, all the inputs made from it taken together.
 *
 * @param value as the table has it, of a date the days from it to the cutoff; empty if missing
 * @param isUnseen whether training never saw that value, or that gap
 * @param logOdds what it adds to the margin
 * @param points the same share in probability, so that 0.05 is five points
 */
public record ColumnShare(String column, Optional<String> value, boolean isUnseen, double logOdds, double points) {

    /** Largest effect first; equal ones by the column's name. */
    static final Comparator<ColumnShare> LARGEST_FIRST = Comparator.<ColumnShare>comparingDouble(
                    share -> Math.abs(share.logOdds()))
            .reversed()
            .thenComparing(ColumnShare::column);

    /** A number as people write it, a flag as yes or no. */
    static String text(Column.Type type, double value) {
        return switch (type) {
            case FLAG -> value == 1 ? "yes" : "no";
            case DATE -> plain(value) + " days before";
            case NUMBER, CATEGORY -> plain(value);
        };
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
