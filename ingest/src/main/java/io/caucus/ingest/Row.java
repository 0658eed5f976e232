package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One well-formed row, read by column name, or one event, read by field. Asking for what it does not have, or has in no usable
 * form, rejects it.
 */
public final class Row {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}(\\.0+)?");
    private static final int MOST_SHOWN = 80;

    private static final RawRecord NO_FILE = new RawRecord("", 1, new byte[0], UTF_8, Optional.empty());

    /**
     * Names, words and addresses are indexed, and an index takes no more than 8,167 bytes: two such values and what joins them, of
     * three bytes a character, still go in.
     */
    static final int LONGEST_VALUE = 1_000;

    private final Header header;
    private final List<String> values;
    private final RawRecord raw;

    Row(Header header, List<String> values, RawRecord raw) {
        this.header = header;
        this.values = values;
        this.raw = raw;
    }

    /** What an event says, by the names of its fields; it stands in no file. */
    public static Row ofFields(Map<String, String> fields) {
        var names = List.copyOf(fields.keySet());
        return new Row(Header.ofNames(names), List.copyOf(fields.values()), NO_FILE);
    }

    RawRecord raw() {
        return raw;
    }

    /** Whether there is such a column, blank or not. */
    boolean has(String column) {
        return header.has(column);
    }

    /** The value without the spaces around it; empty when the column is absent or blank. */
    public Optional<String> find(String column) {
        var value = findWords(column);
        if (value.isPresent() && value.get().length() > LONGEST_VALUE) {
            throw new RejectedRow(
                    RejectCode.VALUE_TOO_LONG,
                    column,
                    "column '%s' has %d characters, at most %d may stand in a column that is read"
                            .formatted(column, value.get().length(), LONGEST_VALUE));
        }
        return value;
    }

    /** Like {@link #find}, of any length: for what people wrote, which is read and not kept. */
    Optional<String> findWords(String column) {
        if (!header.has(column)) {
            return Optional.empty();
        }
        var value = values.get(header.position(column)).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** A date, if the column has one; says nothing of what it has instead. */
    Optional<Instant> peekDate(String column, DateForm form) {
        try {
            return find(column).flatMap(form::find);
        } catch (RejectedRow toldWhenItIsRead) {
            return Optional.empty();
        }
    }

    public String get(String column) {
        return find(column)
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.MISSING_VALUE, column, "column '%s' is empty and must not be".formatted(column)));
    }

    public Optional<String> findLowerCase(String column) {
        return find(column).map(value -> value.toLowerCase(Locale.ROOT));
    }

    /** What the columns say, joined by spaces; empty when none says anything. */
    public Optional<String> findJoined(String... columns) {
        var said = Stream.of(columns).flatMap(column -> find(column).stream()).collect(Collectors.joining(" "));
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    public Optional<Instant> findDate(String column, DateForm form) {
        return find(column).map(text -> date(column, text, form));
    }

    static Instant date(String column, String text, DateForm form) {
        return form.find(text)
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.BAD_DATE,
                        column,
                        "column '%s' has '%s', must be a date between 1900 and 2199 written as %s"
                                .formatted(column, shown(text), form.inWords())));
    }

    public Instant getDate(String column, DateForm form) {
        get(column);
        return findDate(column, form).orElseThrow();
    }

    /** A decimal number in its shortest plain form. */
    public Optional<String> findDecimal(String column) {
        return find(column).map(text -> decimal(column, text));
    }

    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    static String decimal(String column, String text) {
        return number(column, text, DECIMAL, "a decimal number such as 1234.50")
                .stripTrailingZeros()
                .toPlainString();
    }

    public Optional<String> findWhole(String column) {
        return find(column).map(text -> whole(column, text));
    }

    static String whole(String column, String text) {
        return number(column, text, WHOLE, "a whole number such as 1234")
                .toBigInteger()
                .toString();
    }

    private static BigDecimal number(String column, String text, Pattern form, String rule) {
        if (!form.matcher(text).matches()) {
            throw new RejectedRow(
                    RejectCode.BAD_NUMBER,
                    column,
                    "column '%s' has '%s', must be %s".formatted(column, shown(text), rule));
        }
        return new BigDecimal(text);
    }

    /** As much of a value as a reason may repeat. */
    public static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    /**
     * SHA-256 of what the row says, in lower-case hex: every column that is not blank, by name. Neither the order of columns nor
     * an added empty column makes another version of a record.
     *
     * @param reading what tells one way to read the row from another; empty where there is only one
     */
    String contentHash(String reading) {
        var digest = Keys.sha256();
        digest.update(reading.getBytes(UTF_8));
        for (int position : header.byName()) {
            var value = values.get(position);
            if (!value.isBlank()) {
                digest.update(header.canonicalName(position).getBytes(UTF_8));
                digest.update((byte) 0);
                digest.update(value.getBytes(UTF_8));
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
