package io.caucus.scoring;

import io.caucus.features.FeatureValue;
import java.util.Comparator;

/**
 * One feature's additive share of a score.
 *
 * @param peerBaseline what the model takes for usual. By rules, the value that would contribute nothing; learned, the mean of the
 *     accounts it learned from, or missing where there is none
 * @param logOdds what it adds to the log-odds. By rules, exactly 0 when the value is missing; learned, what missing was found to go with
 * @param points the same share in probability, so that 0.05 is five points
 */
public record Contribution(
        String feature, FeatureValue value, FeatureValue peerBaseline, double logOdds, double points) {

    /** Largest effect first; equal ones by the feature's id. */
    static final Comparator<Contribution> LARGEST_FIRST = Comparator.<Contribution>comparingDouble(
                    contribution -> Math.abs(contribution.logOdds()))
            .reversed()
            .thenComparing(Contribution::feature);

    /** Which way the chance is moved, against the base. */
    public enum Direction {
        RAISES,
        LOWERS,
        NEUTRAL
    }

    public Direction direction() {
        if (logOdds == 0) {
            return Direction.NEUTRAL;
        }
        return logOdds > 0 ? Direction.RAISES : Direction.LOWERS;
    }
}
