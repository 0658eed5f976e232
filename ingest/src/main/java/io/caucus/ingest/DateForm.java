package io.caucus.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** How a source writes dates. A day is told as its start, in UTC. */
public enum DateForm {
    /** A day, a minute or a second: {@code 2025-01-31}, {@code 2025-01-31 14:05}, {@code 2025-01-31T14:05:00Z}. */
    ISO("2025-01-31, 2025-01-31 14:05 or 2025-01-31T14:05:00Z, times in UTC") {
        @Override
        Instant read(String text) {
            if (text.length() == DAY_LENGTH) {
                return startOf(LocalDate.parse(text));
            }
            if (text.endsWith("Z")) {
                return Instant.parse(text);
            }
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        }
    },
    /**
     * As Salesforce exports: a day, or a time with its offset as {@code Z}, {@code +0000} or {@code +00:00}; a time without one
     * is in UTC, as in the weekly export.
     */
    SALESFORCE("2025-01-31, 2025-01-31T14:05:00.000Z or 2025-01-31T14:05:00.000+0000") {
        @Override
        Instant read(String text) {
            if (text.length() == DAY_LENGTH) {
                return startOf(LocalDate.parse(text));
            }
            var time = WITH_OFFSET.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        }
    },
    /** Month first, as in the United States: {@code 1/31/2017}. */
    MONTH_DAY_YEAR("month/day/year, such as 1/31/2017") {
        @Override
        Instant read(String text) {
            return startOf(LocalDate.parse(text, MONTH_FIRST));
        }
    };

    private static final int DAY_LENGTH = 10;
    private static final DateTimeFormatter MONTH_FIRST =
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final String inWords;

    DateForm(String inWords) {
        this.inWords = inWords;
    }

    abstract Instant read(String text);

    /** Empty when the text is no date of this form, or one no CRM can mean. */
    public Optional<Instant> find(String text) {
        try {
            return Optional.of(read(text)).filter(DateForm::isPlausible);
        } catch (DateTimeException notThisForm) {
            return Optional.empty();
        }
    }

    String inWords() {
        return inWords;
    }

    private static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
