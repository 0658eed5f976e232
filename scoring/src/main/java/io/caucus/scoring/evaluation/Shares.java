package io.caucus.scoring.evaluation;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;

/**
 * How sure a share is that was counted: three successes of ten.
 *
 * <p><b>Definition.</b> All chances c from which the share lies at most 1.96 standard deviations {@code √(c·(1−c)/n)} away. Unlike
 * a bootstrap it says of no success in five rows that the chance may well be 0.4.
 *
 * <p><b>Source.</b> E. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22 (1927).
 */
public final class Shares {

    /** Standard deviations that hold 95 % of a normal distribution. */
    static final double DEVIATIONS = 1.959963984540054;

    private Shares() {}

    /**
     * @param witnesses how many independent rows it was counted on; need not be whole
     * @throws IllegalArgumentException if the share is not within [0, 1], or nobody witnessed it
     */
    public static Interval interval(double share, double witnesses) {
        if (!(share >= 0 && share <= 1) || !(witnesses > 0)) {
            throw new IllegalArgumentException("the share is %s of %s witnesses; must lie in [0, 1], of more than none"
                    .formatted(share, witnesses));
        }
        double square = DEVIATIONS * DEVIATIONS / witnesses;
        double middle = share + square / 2;
        double half = Math.sqrt(square * (share * (1 - share) + square / 4));
        return new Interval(
                share,
                Math.clamp((middle - half) / (1 + square), 0, share),
                Math.clamp((middle + half) / (1 + square), share, 1));
    }
}
