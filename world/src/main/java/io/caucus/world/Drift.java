package io.caucus.world;

import java.time.Instant;

/** From one day on maturity matters less, and buyers chat where they used to visit. */
final class Drift {

    static final int DAYS_AGO = 100;

    private static final double CHATS_INSTEAD = 0.5;

    private Drift() {}

    static Instant from(Calendar calendar) {
        return calendar.daysAgo(DAYS_AGO);
    }

    /** What maturity adds to the log-odds of winning. */
    static double logOdds(double maturity, boolean hasDrifted) {
        return hasDrifted ? 1.2 * (maturity - 0.5) - 0.3 : 3 * (maturity - 0.5);
    }

    static boolean isChatInstead(int daysAgo, Dice dice) {
        return dice.chance(CHATS_INSTEAD) && daysAgo < DAYS_AGO;
    }
}
