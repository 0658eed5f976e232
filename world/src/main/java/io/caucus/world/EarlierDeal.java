package io.caucus.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A deal that was over long before the story begins.
 *
 * @param championLeft when its champion left the account; empty if they are still there
 */
record EarlierDeal(Instant created, Instant closed, boolean won, Optional<Instant> championLeft) {

    private static final double HAD_ONE = 0.5;
    private static final double WON = 0.5;
    private static final double LEFT = 0.6;

    static Optional<EarlierDeal> draw(Calendar calendar, Dice dice) {
        int closed = dice.between(300, 800);
        int lasted = dice.between(40, 90);
        boolean won = dice.chance(WON);
        var left = calendar.daysAgo(dice.between(60, 280));
        boolean hasLeft = dice.chance(LEFT) && won;
        return dice.chance(HAD_ONE)
                ? Optional.of(new EarlierDeal(
                        calendar.daysAgo(closed + lasted),
                        calendar.daysAgo(closed),
                        won,
                        hasLeft ? Optional.of(left) : Optional.empty()))
                : Optional.empty();
    }
}
