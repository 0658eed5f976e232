package io.caucus.graphmodel.quality;

import java.time.Duration;

/**
 * Where the measures draw their lines.
 *
 * @param around how long before and after a move an activity may be to belong to it; whole days
 * @param stale after so long without a sign of life an open opportunity is stale; whole days
 * @param fewestMoves an owner with fewer moves is not judged: two moves fall into one hour by chance
 * @param fewestDays on fewer different days there is one batch, such as an export, and no habit
 * @param batchShare the share of an owner's moves in one hour of one weekday that makes it a habit, in (0, 1]
 */
public record QualityRules(Duration around, Duration stale, int fewestMoves, int fewestDays, double batchShare) {

    public static final QualityRules DEFAULT = new QualityRules(Duration.ofDays(7), Duration.ofDays(30), 10, 2, 0.5);

    public QualityRules {
        checkDays("around", around);
        checkDays("stale", stale);
        if (fewestMoves < 1 || fewestDays < 1) {
            throw new IllegalArgumentException(
                    "fewest moves %d and fewest days %d must both be at least 1".formatted(fewestMoves, fewestDays));
        }
        if (!(batchShare > 0 && batchShare <= 1)) {
            throw new IllegalArgumentException("batch share is %s, must lie in (0, 1]".formatted(batchShare));
        }
    }

    private static void checkDays(String name, Duration length) {
        if (!length.isPositive() || !length.equals(Duration.ofDays(length.toDays()))) {
            throw new IllegalArgumentException("%s is %s, must be whole days, at least one".formatted(name, length));
        }
    }
}
