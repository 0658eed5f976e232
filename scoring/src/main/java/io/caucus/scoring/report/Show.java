package io.caucus.scoring.report;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** How numbers, dates and names look: the same in every locale, a number never apart from its unit. */
final class Show {

    private static final String SPACE = "\u00a0";
    private static final int LONGEST_NAME = 80;

    private Show() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With its noun, which takes an s unless it is one. */
    static String count(long number, String noun) {
        return count(number) + SPACE + noun + (number == 1 ? "" : "s");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%s%%", 100 * share, SPACE);
    }

    static String percent(Interval share) {
        return String.format(Locale.ROOT, "%.1f–%.1f%s%%", 100 * share.low(), 100 * share.high(), SPACE);
    }

    static String points(double difference) {
        return String.format(Locale.ROOT, "%.1f%spoints", 100 * Math.abs(difference), SPACE);
    }

    static String figure(double figure) {
        return Double.isNaN(figure) ? "not defined" : String.format(Locale.ROOT, "%.3f", figure);
    }

    static String range(Interval figure) {
        return String.format(Locale.ROOT, "%.3f–%.3f", figure.low(), figure.high());
    }

    static String times(double factor) {
        return String.format(Locale.ROOT, "%.1f×", factor);
    }

    static String times(Interval factor) {
        return String.format(Locale.ROOT, "%.1f–%.1f×", factor.low(), factor.high());
    }

    static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    /**
     * A name from a file, isolated so that its direction of writing ends where it does. What would break the isolation is taken out, and what
     * is too long to read is cut.
     */
    static String name(String name) {
        var plain = name.replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "");
        if (plain.codePointCount(0, plain.length()) > LONGEST_NAME) {
            plain = plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)) + "…";
        }
        return "\u2068" + plain + "\u2069";
    }

    /** One, two and three. */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last <= 0
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
