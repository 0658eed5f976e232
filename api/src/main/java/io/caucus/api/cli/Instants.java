package io.caucus.api.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant as people type it: a day means its end, so that all that happened on it is seen. */
final class Instants implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return text.contains("T") ? Instant.parse(text) : endOf(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'%s' is no instant; write a day (2026-11-01, its end is meant) or 2026-11-01T09:00:00Z"
                            .formatted(text));
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }
}
