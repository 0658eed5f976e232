package io.caucus.scoring.calibration;

import java.util.stream.IntStream;

/**
 * What a calibration is fitted on: rows that the model was not trained on, with what became of them.
 *
 * @param margins what the model says of each
 * @param success what became of each
 * @param group the number of each row's group, from 0: rows of one group are no independent witnesses
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
public record CalibrationRows(double[] margins, boolean[] success, int[] group) {

    /** Fewer tell nothing of how far luck goes. */
    static final int FEWEST_GROUPS = 10;

    /** @throws IllegalArgumentException if only one outcome occurs, a margin is not a number, or a number of a group is left out */
    public CalibrationRows {
        if (margins.length != success.length || margins.length != group.length) {
            throw new IllegalArgumentException("%d margins have %d outcomes and %d groups, must be as many"
                    .formatted(margins.length, success.length, group.length));
        }
        checkGroups(group);
        int successes = 0;
        for (int row = 0; row < margins.length; row++) {
            if (!Double.isFinite(margins[row])) {
                throw new IllegalArgumentException(
                        "the margin of row %d is %s, must be finite".formatted(row, margins[row]));
            }
            successes += success[row] ? 1 : 0;
        }
        if (successes == 0 || successes == margins.length) {
            throw new IllegalArgumentException("%d of %d calibration rows are successes; both outcomes must occur"
                    .formatted(successes, margins.length));
        }
    }

    private static void checkGroups(int[] group) {
        int groups = IntStream.of(group).max().orElse(-1) + 1;
        if (IntStream.of(group).anyMatch(each -> each < 0)
                || IntStream.of(group).distinct().count() != groups) {
            throw new IllegalArgumentException(
                    "the groups of %d rows are numbered up to %d; every number from 0 on must occur"
                            .formatted(group.length, groups - 1));
        }
    }

    /** Each row a witness of its own. */
    public static CalibrationRows independent(double[] margins, boolean[] success) {
        return new CalibrationRows(
                margins, success, IntStream.range(0, margins.length).toArray());
    }

    public int count() {
        return margins.length;
    }

    boolean tellsOfLuck() {
        return groups() >= FEWEST_GROUPS;
    }

    int groups() {
        return IntStream.of(group).max().orElseThrow() + 1;
    }
}
