package io.caucus.scoring;

/**
 * The step between log-odds and probability. {@link StrictMath} throughout: a score replayed on another machine has to come
 * out in the same bits, which {@link Math} does not promise.
 */
public final class LogOdds {

    /** In log-odds: beyond it a chance differs from 0 or 1 by less than 1e-130. */
    private static final double FAR_OUT = 300;

    private LogOdds() {}

    public static double toProbability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    public static double of(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    /**
     * What one unit of log-odds is worth in probability on the way from {@code from} to {@code to}: the slope of the chord,
     * {@code (σ(to) − σ(from)) / (to − from)}. Written as {@code sinh(d/2) / (2d · cosh(from/2) · cosh(to/2))}, it has no
     * difference of nearly equal numbers, so it is right for a distance of 1e-12 as well; for no distance it is the tangent.
     * Far out, where hyperbolic functions overflow, it is the plain difference.
     */
    public static double slope(double from, double to) {
        double distance = to - from;
        if (Math.abs(from) > FAR_OUT || Math.abs(to) > FAR_OUT) {
            return distance == 0 ? 0 : (toProbability(to) - toProbability(from)) / distance;
        }
        double share = distance == 0 ? 0.5 : StrictMath.sinh(distance / 2) / distance;
        return share / (2 * StrictMath.cosh(from / 2) * StrictMath.cosh(to / 2));
    }
}
