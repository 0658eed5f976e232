package io.caucus.features.engagement;

import java.time.Duration;

/**
 * @param shortWindow the recent past of momentum
 * @param longWindow what momentum compares it with; also how long an account stays new, or re-engaged
 * @param shrinkage what is added to both counts, so that few actions make no great momentum
 * @param burstGap this much silence ends a burst
 * @param dormancy this much silence makes an account dormant, and its next action a return
 * @param surge the stretch in which a sudden rise is looked for
 * @param baseline the stretch before it
 * @param significance a rise less likely than this by chance alone is one
 * @param risingMomentum momentum from here on is acceleration, …
 * @param fewestRising … with at least so many actions in the short window
 * @param coolingMomentum momentum down to here is cooling
 */
public record EngagementParameters(
        Duration shortWindow,
        Duration longWindow,
        double shrinkage,
        Duration burstGap,
        Duration dormancy,
        Duration surge,
        Duration baseline,
        double significance,
        double risingMomentum,
        int fewestRising,
        double coolingMomentum) {

    public static final EngagementParameters DEFAULT = new EngagementParameters(
            Duration.ofDays(7),
            Duration.ofDays(30),
            0.5,
            Duration.ofDays(14),
            Duration.ofDays(42),
            Duration.ofDays(3),
            Duration.ofDays(28),
            0.01,
            2,
            3,
            0.5);

    public EngagementParameters {
        checkLonger("longWindow", longWindow, "shortWindow", shortWindow);
        checkLonger("dormancy", dormancy, "longWindow", longWindow);
        checkLonger("dormancy", dormancy, "surge and baseline", surge.plus(baseline));
        if (!(shrinkage > 0)) {
            throw new IllegalArgumentException("shrinkage is %s, must be positive".formatted(shrinkage));
        }
        if (!(significance > 0 && significance < 1)) {
            throw new IllegalArgumentException("significance is %s, must lie in (0, 1)".formatted(significance));
        }
        if (!(coolingMomentum < risingMomentum)) {
            throw new IllegalArgumentException("coolingMomentum is %s, must lie below risingMomentum %s"
                    .formatted(coolingMomentum, risingMomentum));
        }
    }

    private static void checkLonger(String name, Duration longer, String than, Duration shorter) {
        if (longer.compareTo(shorter) <= 0) {
            throw new IllegalArgumentException(
                    "%s is %s, must be longer than %s %s".formatted(name, longer, than, shorter));
        }
    }

    /** (n_short + s)/short ÷ (n_long + s)/long. */
    double momentum(int inShort, int inLong) {
        return (inShort + shrinkage) / shortWindow.toDays() / ((inLong + shrinkage) / longWindow.toDays());
    }
}
