package io.caucus.world;

import io.caucus.graphmodel.fact.UserId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How those of ours behave who game the numbers: activities logged in one go, and deals moved before the buyers are there. */
final class Gaming {

    /** Who does. */
    static final SortedSet<UserId> USERS =
            Collections.unmodifiableSortedSet(new TreeSet<>(List.of(Keys.user(4), Keys.user(7))));

    private static final int HOUR = 16;
    private static final Duration TOO_EARLY = Duration.ofDays(7);

    private Gaming() {}

    /** What is logged on that day: on every second Friday several things within half an hour. */
    static List<Instant> batch(UserId owner, int daysAgo, Calendar calendar, Dice dice) {
        var day = calendar.day(daysAgo);
        boolean isPayday = day.getDayOfWeek() == DayOfWeek.FRIDAY && Math.floorDiv(day.toEpochDay(), 7) % 2 == 0;
        if (!isPayday || !USERS.contains(owner)) {
            return List.of();
        }
        var batch = new ArrayList<Instant>();
        int size = dice.between(3, 6);
        for (int entry = 0; entry < size; entry++) {
            batch.add(day.atTime(HOUR, 0).toInstant(ZoneOffset.UTC).plusSeconds(dice.between(0, 30 * 60)));
        }
        return List.copyOf(batch);
    }

    /** When a move is recorded that happens then: on a Friday a week or more before, but after whatever was recorded last. */
    static Instant moved(Instant happens, Instant last) {
        var friday = happens.minus(TOO_EARLY)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY))
                .atTime(HOUR, 5)
                .toInstant(ZoneOffset.UTC);
        var earliest = last.plus(Duration.ofHours(1));
        return friday.isAfter(earliest) ? friday : earliest;
    }
}
