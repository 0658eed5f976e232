package io.caucus.scoring.learn;

import java.util.List;

/**
 * How far a prediction may be leaned on, from 0 to 100. It is no probability, neither of success nor of being right; whether errors
 * fall as it rises is measured on the test rows by {@link ConfidenceCheck}.
 *
 * <p><b>Definition.</b> {@code 100 · sure · familiar · known}, each factor in [0, 1]:
 *
 * <ul>
 *   <li>{@code sure = WIDE / (WIDE + w)} for an interval of width w: 1 for a point, ½ where people should look;
 *   <li>{@code familiar}, a product over the columns that are unlike training: {@code FAR / d} where a number lies d &gt; FAR
 *       standard deviations from its mean, {@code UNSEEN} where a word or a gap was never seen;
 *   <li>{@code known = 1 − m}, m being the missing share of what is usually there: a column that training rows lack in nine of ten
 *       cases counts a tenth of one that they always have.
 * </ul>
 *
 * <p>So it never rises with a wider interval, a longer distance, one more column unlike training or one more missing value.
 * Disagreement of models does not enter, since one model serves.
 *
 * <p><b>Source.</b> The shape is judgement, nothing is fitted. {@code WIDE} and {@code FAR} are the limits beyond which people
 * look at a row.
 */
final class Confidence {

    /** In probability: an interval wider than that goes to a specialist. */
    static final double WIDE = 0.3;
    /** In standard deviations: a number further from the training mean is flagged. */
    static final double FAR = 2;
    /** As if a number lay twice as far as is flagged. */
    static final double UNSEEN = 0.5;

    private static final double MOST = 100;

    private Confidence() {}

    /**
     * @param width of the interval, in probability
     * @param missing the missing share of what is usually there
     */
    static double of(double width, List<Deviation> deviations, double missing) {
        double familiar = 1;
        for (Deviation deviation : deviations) {
            familiar *= nearness(deviation);
        }
        return MOST * (WIDE / (WIDE + width)) * familiar * (1 - missing);
    }

    private static double nearness(Deviation deviation) {
        return switch (deviation) {
            case Deviation.Far far -> Math.min(1, FAR / Math.abs(far.deviations()));
            case Deviation.Unseen unseen -> UNSEEN;
            case Deviation.UnseenGap gap -> UNSEEN;
        };
    }
}
