package io.caucus.features.algorithms;

/**
 * Whether events have become more frequent than chance explains.
 *
 * <p><b>Definition.</b> Given {@code recent} events in a stretch of length {@code recentLength} and {@code earlier} events
 * in one of {@code earlierLength}, both Poisson, the p-value for "the recent rate is not higher" is
 * P(X ≥ recent), X binomial with {@code recent + earlier} trials of chance recentLength ÷ (recentLength + earlierLength).
 *
 * <p><b>Source.</b> J. Przyborowski, H. Wilenski, "Homogeneity of results in testing samples from Poisson series",
 * Biometrika 31 (1940): the exact conditional test, one-sided.
 *
 * <p><b>Cost.</b> O(recent + earlier). <b>Determinism.</b> No randomness; terms are added by rising count.
 */
public final class PoissonRateTest {

    private PoissonRateTest() {}

    /** In (0, 1]; 1 when nothing happened recently. */
    public static double higherRateP(int recent, double recentLength, int earlier, double earlierLength) {
        if (recent == 0) {
            return 1;
        }
        int trials = recent + earlier;
        double chance = recentLength / (recentLength + earlierLength);
        double odds = chance / (1 - chance);
        double term = probability(recent, trials, chance);
        double tail = 0;
        for (int count = recent; count <= trials; count++) {
            tail += term;
            term *= (trials - count) / (count + 1.0) * odds;
        }
        return Math.min(1, tail);
    }

    private static double probability(int count, int trials, double chance) {
        double log = count * Math.log(chance) + (trials - count) * Math.log1p(-chance);
        for (int i = 1; i <= count; i++) {
            log += Math.log((double) (trials - count + i) / i);
        }
        return Math.exp(log);
    }
}
