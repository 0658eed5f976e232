package io.caucus.api.cli;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time as people type it, in microseconds; {@code never} is longer than any. */
final class Spans implements ITypeConverter<Long> {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(ms|s|m|h|d)|0");
    private static final Map<String, Long> MICROSECONDS =
            Map.of("ms", 1_000L, "s", 1_000_000L, "m", 60_000_000L, "h", 3_600_000_000L, "d", 86_400_000_000L);

    @Override
    public Long convert(String text) {
        if (text.equals("never")) {
            return Long.MAX_VALUE;
        }
        var parts = SPAN.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException(
                    "'%s' is no length of time; write 90s, 30m, 1.5h, 14d, 0 or never".formatted(text));
        }
        return parts.group(1) == null
                ? 0L
                : new BigDecimal(parts.group(1))
                        .multiply(BigDecimal.valueOf(MICROSECONDS.getOrDefault(parts.group(2), 0L)))
                        .longValue();
    }
}
