package io.caucus.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The world's time, told as days before its end. */
record Calendar(Instant end) {

    /** How long the story runs. */
    static final int DAYS = 270;

    private static final double WORKDAY = 1.32;
    private static final double DAY_OFF = 0.2;

    Instant daysAgo(double days) {
        return end.minusSeconds((long) (days * Duration.ofDays(1).toSeconds()));
    }

    double age(Instant instant) {
        return Duration.between(instant, end).toSeconds()
                / (double) Duration.ofDays(1).toSeconds();
    }

    /** Which day, UTC, lies so many days back. */
    LocalDate day(int daysAgo) {
        return end.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(daysAgo);
    }

    /** A moment in working hours, UTC, on the day that lies so many days back. It may lie after the end. */
    Instant workingHour(int daysAgo, Dice dice) {
        var midnight = day(daysAgo).atStartOfDay();
        return midnight.plusSeconds(dice.between(7 * 3600, 18 * 3600)).toInstant(ZoneOffset.UTC);
    }

    /** After all working hours of the day. */
    Instant evening(int daysAgo) {
        return day(daysAgo).atTime(18, 30).toInstant(ZoneOffset.UTC);
    }

    /** How busy a day is; a week sums to seven. */
    double busyness(int daysAgo) {
        var day = day(daysAgo).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? DAY_OFF : WORKDAY;
    }

    boolean isOver(Instant instant) {
        return !instant.isAfter(end);
    }
}
