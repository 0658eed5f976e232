package io.caucus.world;

import java.util.Collection;

/** How likely a deal is won, and what nobody can know of it. */
final class Odds {

    private static final double NOISE = 0.8;
    private static final double LOST_EARLY = 0.12;
    private static final int STAGES_BEFORE_THE_LAST = 3;
    private static final int STEPS = 240;
    private static final double FAR = 6;

    private Odds() {}

    /** Of winning in the last stage, but for the noise. */
    static double logOdds(double maturity, Collection<Tie> ties, boolean hasDrifted) {
        double sum = Drift.logOdds(maturity, hasDrifted);
        for (Tie tie : ties) {
            sum += tie.logOdds();
        }
        return sum;
    }

    static boolean isWon(double logOdds, Dice dice) {
        return dice.chance(sigmoid(logOdds + NOISE * dice.normal()));
    }

    /** At the end of each stage but the last. */
    static double lossInAStage(double maturity) {
        return LOST_EARLY * (1.3 - maturity);
    }

    /** Of a deal that has just begun. */
    static double ofAWholeDeal(double maturity, double logOdds) {
        return from(0, maturity, logOdds);
    }

    /**
     * Of a deal that has got so far, the noise averaged out: the integral over a normal density, by the trapezoidal rule.
     *
     * @param stage the number of the open stage it is in, from 0
     */
    static double from(int stage, double maturity, double logOdds) {
        double sum = 0;
        double weights = 0;
        for (int step = 0; step <= STEPS; step++) {
            double z = FAR * (2.0 * step / STEPS - 1);
            double weight = StrictMath.exp(-z * z / 2);
            sum += weight * sigmoid(logOdds + NOISE * z);
            weights += weight;
        }
        return StrictMath.pow(1 - lossInAStage(maturity), STAGES_BEFORE_THE_LAST - stage) * sum / weights;
    }

    private static double sigmoid(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
