package io.caucus.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a source writes dates. A day is told as its start.
 *
 * @param inWords what a value must look like, for a sentence
 * @param zone where its days begin, and the clock it writes times by
 * @param reader throws {@link DateTimeException} when the text is no date of this form
 */
public record DateForm(String inWords, ZoneId zone, Function<String, Instant> reader) {

    private static final int DAY_LENGTH = 10;
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,15}");
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,11}(\\.\\d{1,9})?");
    private static final int NANO_DIGITS = 9;
    private static final DateTimeFormatter MONTH_FIRST =
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** A day, a minute or a second: {@code 2025-01-31}, {@code 2025-01-31 14:05}, {@code 2025-01-31T14:05:00Z}. */
    public static final DateForm ISO =
            offset("2025-01-31, 2025-01-31 14:05 or 2025-01-31T14:05:00Z, times in UTC", ZoneOffset.UTC);

    /** {@link #ISO}, or digits: seconds since 1970, with a fraction if there is one. */
    static final DateForm ISO_OR_SECONDS = new DateForm(
            "2025-01-31, 2025-01-31 14:05, 2025-01-31T14:05:00Z or seconds since 1970 such as 1738332300.5",
            ZoneOffset.UTC,
            text -> SECONDS.matcher(text).matches()
                    ? ofSeconds(text)
                    : ISO.reader().apply(text));

    /**
     * As Salesforce exports: a day, or a time with its offset as {@code Z}, {@code +0000} or {@code +00:00}; a time without one
     * is in UTC, as in the weekly export.
     */
    public static final DateForm SALESFORCE =
            offset("2025-01-31, 2025-01-31T14:05:00.000Z or 2025-01-31T14:05:00.000+0000", ZoneOffset.UTC);

    /** Month first, as in the United States: {@code 1/31/2017}. */
    public static final DateForm MONTH_DAY_YEAR = new DateForm(
            "month/day/year, such as 1/31/2017",
            ZoneOffset.UTC,
            text -> startOf(LocalDate.parse(text, MONTH_FIRST), ZoneOffset.UTC));

    /** ISO 8601, a day or a time, with an offset or else by the clock of a zone. */
    static DateForm iso(ZoneId zone) {
        return offset("2025-01-31, 2025-01-31 14:05 or 2025-01-31T14:05:00Z", zone);
    }

    static DateForm epochSeconds() {
        return new DateForm(
                "seconds since 1970, such as 1738332300", ZoneOffset.UTC, text -> Instant.ofEpochSecond(whole(text)));
    }

    static DateForm epochMilliseconds() {
        return new DateForm(
                "milliseconds since 1970, such as 1738332300000",
                ZoneOffset.UTC,
                text -> Instant.ofEpochMilli(whole(text)));
    }

    /**
     * A form of one's own.
     *
     * @param pattern as {@link DateTimeFormatter} takes it, {@code yyyy} for the year; months and days by English names
     * @throws IllegalArgumentException when it is no such pattern
     */
    static DateForm of(String pattern, ZoneId zone) {
        var format = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(strictYears(pattern))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        return new DateForm("'%s'".formatted(pattern), zone, text -> instant(format.parse(text), zone));
    }

    /** A strict year is {@code u}; {@code y} is one of an era, which nobody writes. Text in quotes stays. */
    private static String strictYears(String pattern) {
        var years = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < pattern.length(); index++) {
            char letter = pattern.charAt(index);
            quoted ^= letter == '\'';
            years.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return years.toString();
    }

    private static DateForm offset(String inWords, ZoneId zone) {
        return new DateForm(inWords, zone, text -> {
            if (text.length() == DAY_LENGTH) {
                return startOf(LocalDate.parse(text), zone);
            }
            var time = WITH_OFFSET.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(time).atZone(zone).toInstant();
        });
    }

    private static Instant instant(TemporalAccessor time, ZoneId zone) {
        var offset = time.query(TemporalQueries.zone());
        var clock = Optional.ofNullable(time.query(TemporalQueries.localTime())).orElse(LocalTime.MIDNIGHT);
        return LocalDate.from(time)
                .atTime(clock)
                .atZone(Optional.ofNullable(offset).orElse(zone))
                .toInstant();
    }

    private static Instant ofSeconds(String text) {
        var seconds = new BigDecimal(text);
        var whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(NANO_DIGITS).longValueExact());
    }

    private static long whole(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw new DateTimeException("no whole number");
        }
        return Long.parseLong(text);
    }

    /** Empty when the text is no date of this form, or one no CRM can mean. */
    public Optional<Instant> find(String text) {
        try {
            return Optional.of(reader.apply(text)).filter(DateForm::isPlausible);
        } catch (DateTimeException notThisForm) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
