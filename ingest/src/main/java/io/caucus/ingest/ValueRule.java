package io.caucus.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mapping takes a value from.
 *
 * @param line where the mapping says so
 * @param words what stands for other words, in lower case
 * @param otherwise what stands for a word that is not among them
 * @param blank what stands for no value
 */
record ValueRule(int line, Said said, Map<String, String> words, Optional<String> otherwise, Optional<String> blank) {

    /** A name between braces in a text. */
    private static final Pattern GAP = Pattern.compile("\\{([^{}]+)\\}");

    /** Where the value stands. */
    sealed interface Said {

        record Column(String name, boolean optional) implements Said {}

        record Constant(String text) implements Said {}

        /** A text with columns in braces; it says nothing when one of them is blank. */
        record Text(String text) implements Said {}

        /** What these columns say, joined by spaces. */
        record Joined(List<String> columns) implements Said {}

        /** The first that says anything. */
        record First(List<ValueRule> rules) implements Said {}
    }

    ValueRule {
        words = new TreeMap<>(words);
    }

    static ValueRule plain(int line, Said said) {
        return new ValueRule(line, said, Map.of(), Optional.empty(), Optional.empty());
    }

    Optional<String> find(Row row) {
        var found = in(row);
        if (found.isEmpty()) {
            return blank;
        }
        if (words.isEmpty()) {
            return found;
        }
        var word = words.get(found.get().toLowerCase(Locale.ROOT));
        return word != null ? Optional.of(word) : otherwise.or(() -> found);
    }

    String get(Row row) {
        return find(row)
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.MISSING_VALUE, column(), "%s is empty and must not be".formatted(inWords())));
    }

    private Optional<String> in(Row row) {
        return switch (said) {
            case Said.Column column -> row.find(column.name());
            case Said.Constant constant -> Optional.of(constant.text());
            case Said.Text text -> filled(text.text(), row);
            case Said.Joined joined -> bounded(row.findJoined(joined.columns().toArray(String[]::new)));
            case Said.First first ->
                first.rules().stream().flatMap(rule -> rule.find(row).stream()).findFirst();
        };
    }

    private Optional<String> filled(String text, Row row) {
        var gaps = gaps(text);
        if (gaps.stream().anyMatch(gap -> row.find(gap).isEmpty())) {
            return Optional.empty();
        }
        return bounded(Optional.of(GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(row.get(gap.group(1).strip())))));
    }

    private Optional<String> bounded(Optional<String> text) {
        text.filter(value -> value.length() > 2 * Row.LONGEST_VALUE).ifPresent(value -> {
            throw new RejectedRow(
                    RejectCode.VALUE_TOO_LONG,
                    column(),
                    "%s has %d characters, at most %d may stand in a value made of several"
                            .formatted(inWords(), value.length(), 2 * Row.LONGEST_VALUE));
        });
        return text;
    }

    private static List<String> gaps(String text) {
        return GAP.matcher(text).results().map(gap -> gap.group(1).strip()).toList();
    }

    /** The columns it cannot do without. */
    List<String> required() {
        return switch (said) {
            case Said.Column column -> column.optional() ? List.of() : List.of(column.name());
            case Said.Constant constant -> List.of();
            case Said.Text text -> gaps(text.text());
            case Said.Joined joined -> joined.columns();
            case Said.First first ->
                first.rules().stream().flatMap(rule -> rule.required().stream()).toList();
        };
    }

    List<String> columns() {
        return switch (said) {
            case Said.Column column -> List.of(column.name());
            case Said.First first ->
                first.rules().stream().flatMap(rule -> rule.columns().stream()).toList();
            case Said.Constant constant -> List.of();
            case Said.Text text -> gaps(text.text());
            case Said.Joined joined -> joined.columns();
        };
    }

    /** The column at fault when the value is. */
    String column() {
        return columns().stream().findFirst().orElse("");
    }

    /** For a sentence. */
    String inWords() {
        var columns = columns();
        return switch (columns.size()) {
            case 0 -> "the constant of line %d of the mapping".formatted(line);
            case 1 -> "column '%s'".formatted(columns.getFirst());
            default ->
                "each of the columns %s"
                        .formatted(columns.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));
        };
    }

    /** What it can say that stands in the mapping itself, and so can be checked before any row is read. */
    Stream<String> written() {
        var own = new ArrayList<String>(words.values());
        otherwise.ifPresent(own::add);
        blank.ifPresent(own::add);
        if (said instanceof Said.Constant constant) {
            own.add(constant.text());
        }
        return said instanceof Said.First first
                ? Stream.concat(own.stream(), first.rules().stream().flatMap(ValueRule::written))
                : own.stream();
    }
}
