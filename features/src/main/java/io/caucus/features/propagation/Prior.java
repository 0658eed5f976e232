package io.caucus.features.propagation;

/**
 * What is believed of a pair before anything is seen of it: strengths follow a Gamma distribution.
 *
 * @param shape a; above 1, so that no strength is ever exactly 0
 * @param weight how many times the median exposure of a pair the belief is worth
 * @param toward where pairs that were seen little are drawn to
 */
public record Prior(double shape, double weight, Toward toward) {

    /** As NetRate has it: most pairs are no pair at all. */
    public static final Prior SPARSE = new Prior(1.02, 0.3, Toward.NOTHING);

    /** Colleagues: a pair is like the others until it shows that it is not. */
    public static final Prior POOLED = new Prior(1.02, 20, Toward.MEAN);

    /** Where a strength goes that nothing is known of. */
    public enum Toward {
        /** To 0. */
        NOTHING,
        /** To the one strength that explains the log best if all pairs have the same. */
        MEAN
    }

    public Prior {
        if (!(shape > 1) || !(weight > 0)) {
            throw new IllegalArgumentException(
                    "prior has shape %s and weight %s; the shape must be above 1, the weight positive"
                            .formatted(shape, weight));
        }
    }
}
