package io.caucus.features.negative;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Mondays to Fridays, by the calendar of UTC; public holidays are not known. */
final class BusinessDays {

    private static final int A_WEEK = 5;
    private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

    private BusinessDays() {}

    /** Those after the day of {@code from}, up to and with the day of {@code to}. */
    static long between(Instant from, Instant to) {
        return upTo(to) - upTo(from);
    }

    /** Those from a Monday long ago, up to and with the day. */
    private static long upTo(Instant instant) {
        var day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return ChronoUnit.WEEKS.between(A_MONDAY, monday) * A_WEEK
                + Math.min(A_WEEK, day.getDayOfWeek().getValue());
    }
}
