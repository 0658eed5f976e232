package io.caucus.scoring.calibration;

import java.util.Optional;

/**
 * The step from a model's margin to a probability that keeps its word: of rows told 0.3, three in ten succeed.
 *
 * <p>It is fitted on rows that the model was not trained on, and never turns the order of margins round.
 */
public sealed interface Calibration permits VennAbers, Sigmoid {

    /** With fewer calibration rows a curve of two parameters is surer than a free one. */
    int ROWS_FOR_VENN_ABERS = 1000;

    Calibrated of(double margin);

    /** What it is called in reports. */
    String name();

    /**
     * Fits what suits the number of rows.
     *
     * @throws IllegalArgumentException if only one outcome occurs, or a margin is not a number
     */
    static Calibration fit(double[] margins, boolean[] success) {
        return margins.length < ROWS_FOR_VENN_ABERS ? Sigmoid.fit(margins, success) : VennAbers.fit(margins, success);
    }

    /** What is wrong with rows to calibrate on, if anything. */
    static Optional<String> problem(double[] margins, boolean[] success) {
        if (margins.length != success.length) {
            return Optional.of(
                    "%d margins have %d outcomes, must be as many".formatted(margins.length, success.length));
        }
        int successes = 0;
        for (int row = 0; row < margins.length; row++) {
            if (!Double.isFinite(margins[row])) {
                return Optional.of("the margin of row %d is %s, must be finite".formatted(row, margins[row]));
            }
            successes += success[row] ? 1 : 0;
        }
        return successes == 0 || successes == margins.length
                ? Optional.of("%d of %d calibration rows are successes; both outcomes must occur"
                        .formatted(successes, margins.length))
                : Optional.empty();
    }

    /** Throws what {@link #problem} finds. */
    static void check(double[] margins, boolean[] success) {
        problem(margins, success).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }
}
