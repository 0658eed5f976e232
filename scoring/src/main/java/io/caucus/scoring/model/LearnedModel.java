package io.caucus.scoring.model;

/**
 * A learned model, served from flat arrays: no native code, no training library, the same bits on every machine.
 *
 * <p>A row holds the inputs in the order of training. {@link Double#NaN} says that a value is missing, and nothing else does;
 * what missing means to the model is learned, never assumed.
 */
public sealed interface LearnedModel permits LogisticModel, BoostedTrees {

    /** How many inputs a row must have. */
    int inputs();

    /**
     * The log-odds of success, before calibration.
     *
     * @throws IllegalArgumentException if the row has another number of inputs, or one is infinite
     */
    double margin(double[] row);

    /** The same log-odds taken apart: {@code base + Σ contributions} is the margin, to 1e-9. */
    Explanation explain(double[] row);

    /**
     * @param base the margin expected of the training rows
     * @param contributions what each input adds to it, in log-odds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Explanation(double base, double[] contributions) {

        public double margin() {
            double sum = base;
            for (double contribution : contributions) {
                sum += contribution;
            }
            return sum;
        }
    }

    /** Refuses what no model can read. */
    static void check(double[] row, int inputs) {
        if (row.length != inputs) {
            throw new IllegalArgumentException(
                    "the row has %d inputs, the model was trained on %d".formatted(row.length, inputs));
        }
        for (int input = 0; input < inputs; input++) {
            if (Double.isInfinite(row[input])) {
                throw new IllegalArgumentException(
                        "input %d is %s, must be a number or missing".formatted(input, row[input]));
            }
        }
    }
}
