package io.caucus.scoring.learn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Dates as exports write them; without an offset they are in UTC, without a time they mean midnight. */
final class Dates {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss][.SSSSSS][.SSS][XXX][X]]", Locale.ROOT);

    private Dates() {}

    /** Empty if the text is no date of the format, ISO unless stated. */
    static Optional<Instant> parse(String text, Optional<String> format) {
        var formatter = format.map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                .orElse(ISO);
        try {
            return Optional.of(
                    instant(formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor parsed) {
        return switch (parsed) {
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
            default -> LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }
}
