package io.caucus.features.champion;

import io.caucus.features.propagation.Kernel;
import io.caucus.features.propagation.Odds;
import io.caucus.features.propagation.Prior;
import io.caucus.features.propagation.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chosen, not fitted: fitting them to known triggers needs more history than one account has.
 *
 * @param silence an action after at least this long is an activation
 * @param lookBack actions older than this, as of the activation, explain nothing of it
 * @param kernelScale c of g(lag) = (1 + lag/c)^(−γ)
 * @param kernelExponent γ of the same
 * @param pairStrength α: how strongly any colleague moves any other; the same for all pairs, since hardly anybody of one account is
 *     activated by the same colleague twice
 * @param explicitOdds κ for an action that names whom it moved, or a response that names who moved it; 1 otherwise
 * @param baseRate μ: what explains an activation by itself, in the unit of the weights. With 0.02 a colleague's action that
 *     reached one person a day before, and names nobody, explains 43 % of an activation; one that names explains 94 %.
 * @param leastCredit the share of an activation from which somebody is said to have brought it about
 * @param followWithin how soon colleagues follow a champion
 * @param fewestFollowers how many must, for a champion by effect
 * @param shifts how often everybody's times are shifted at random to see what chance does
 * @param shiftSeed of those shifts
 * @param significance a champion by effect has more influence than all but this share of chance
 */
public record ChampionParameters(
        Duration silence,
        Duration lookBack,
        Duration kernelScale,
        double kernelExponent,
        double pairStrength,
        double explicitOdds,
        double baseRate,
        double leastCredit,
        Duration followWithin,
        int fewestFollowers,
        int shifts,
        long shiftSeed,
        double significance) {

    public static final ChampionParameters DEFAULT = new ChampionParameters(
            Duration.ofDays(42),
            Duration.ofDays(14),
            Duration.ofHours(1),
            1.3,
            1,
            20,
            0.02,
            0.5,
            Duration.ofDays(7),
            3,
            99,
            20_260_101,
            0.05);

    public ChampionParameters {
        if (silence.compareTo(lookBack) < 0) {
            throw new IllegalArgumentException(
                    "silence is %s, must not be shorter than the look-back %s: else somebody's own action would explain their activation"
                            .formatted(silence, lookBack));
        }
        if (!kernelScale.isPositive() || !followWithin.isPositive()) {
            throw new IllegalArgumentException("kernelScale is %s and followWithin %s, both must be positive"
                    .formatted(kernelScale, followWithin));
        }
        if (fewestFollowers < 1 || shifts < 1) {
            throw new IllegalArgumentException(
                    "fewestFollowers is %d and shifts %d, both must be positive".formatted(fewestFollowers, shifts));
        }
        checkPositive("kernelExponent", kernelExponent);
        checkPositive("pairStrength", pairStrength);
        checkPositive("explicitOdds", explicitOdds);
        checkPositive("baseRate", baseRate);
        checkShare("leastCredit", leastCredit);
        checkShare("significance", significance);
    }

    /** The names of what a credit rests on, and of what a feature reads beside them. */
    static List<String> ofCreditsAnd(String... others) {
        return Stream.concat(
                        Stream.of(
                                "silence",
                                "lookBack",
                                "kernelScale",
                                "kernelExponent",
                                "pairStrength",
                                "explicitOdds",
                                "baseRate"),
                        Stream.of(others))
                .toList();
    }

    private static void checkPositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("%s is %s, must be positive".formatted(name, value));
        }
    }

    private static void checkShare(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s, must lie in (0, 1]".formatted(name, value));
        }
    }

    /** How an account's actions are read; a tick is a millisecond. Who is named in both directions is named. */
    Settings settings() {
        return Settings.of(
                new Kernel(kernelScale.toMillis(), kernelExponent),
                Odds.either(explicitOdds),
                Prior.POOLED,
                lookBack.toMillis(),
                silence.toMillis(),
                true);
    }
}
