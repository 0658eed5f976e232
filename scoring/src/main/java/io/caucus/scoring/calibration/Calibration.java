package io.caucus.scoring.calibration;

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
     * @param seed of the samples by which the interval is told
     */
    static Calibration fit(CalibrationRows rows, long seed) {
        return rows.count() < ROWS_FOR_VENN_ABERS ? Sigmoid.fit(rows) : VennAbers.fit(rows, seed);
    }
}
