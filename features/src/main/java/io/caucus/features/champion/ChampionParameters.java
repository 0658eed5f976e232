package io.caucus.features.champion;

import java.time.Duration;

/**
 * Chosen, not fitted: fitting them to known triggers needs more history than one account has.
 *
 * @param silence an action after at least this long is an activation
 * @param lookBack actions older than this, as of the activation, explain nothing of it
 * @param kernelScale c of g(lag) = (1 + lag/c)^(−γ)
 * @param kernelExponent γ of the same
 * @param pairStrength α: how strongly any colleague moves any other; the same for all pairs until it is learned
 * @param explicitOdds κ for an action that names whom it moved, or a response that names who moved it; 1 otherwise
 * @param baseRate μ: what explains an activation by itself, in the unit of the weights. With 0.02 a colleague's action that
 *     reached one person a day before, and names nobody, explains 43 % of an activation; one that names explains 94 %.
 */
public record ChampionParameters(
        Duration silence,
        Duration lookBack,
        Duration kernelScale,
        double kernelExponent,
        double pairStrength,
        double explicitOdds,
        double baseRate) {

    public static final ChampionParameters DEFAULT =
            new ChampionParameters(Duration.ofDays(42), Duration.ofDays(14), Duration.ofHours(1), 1.3, 1, 20, 0.02);

    public ChampionParameters {
        if (silence.compareTo(lookBack) < 0) {
            throw new IllegalArgumentException(
                    "silence is %s, must not be shorter than the look-back %s: else somebody's own action would explain their activation"
                            .formatted(silence, lookBack));
        }
        if (!kernelScale.isPositive()) {
            throw new IllegalArgumentException("kernelScale is %s, must be positive".formatted(kernelScale));
        }
        checkPositive("kernelExponent", kernelExponent);
        checkPositive("pairStrength", pairStrength);
        checkPositive("explicitOdds", explicitOdds);
        checkPositive("baseRate", baseRate);
    }

    private static void checkPositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("%s is %s, must be positive".formatted(name, value));
        }
    }

    /** g: what is left of an action's pull after a lag; 1 at once, with a heavy tail. */
    double kernel(Duration lag) {
        return Math.pow(1 + (double) lag.toMillis() / kernelScale.toMillis(), -kernelExponent);
    }
}
