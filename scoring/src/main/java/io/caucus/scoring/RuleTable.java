package io.caucus.scoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The text form of a rule model: one entry a line, cells separated by {@code |}, the first cell says what the line is.
 *
 * <pre>{@code
 * # a comment
 * version   | rules-1
 * base      | -1.5                                    log-odds before any contribution
 * interval  | 0.8 | 0.1 | 0.8 | committee.breadth_30d fixed half-width, per missing input, for thin evidence, its measure
 * band      | warm | 0.2                              name, and the probability from which it holds
 * rule      | committee.breadth_30d | log1p | 2 | 0.7 | 0.4 | 0.8
 *                                                     feature, transform, centre, scale, weight, cap
 * usual     | engagement.state | STEADY               a feature of words, and the one that contributes nothing
 * word      | engagement.state | COOLING | -0.3       a word's log-odds
 * }</pre>
 */
final class RuleTable {

    /** A line that is not empty and no comment. */
    private record Entry(int number, List<String> cells) {

        String kind() {
            return cells.get(0);
        }
    }

    private final String name;
    private final List<Entry> entries;

    RuleTable(String name, String text) {
        this.name = name;
        this.entries = entries(text);
    }

    RuleModel read() {
        entries.forEach(this::checkShape);
        var base = only("base");
        var interval = only("interval");
        var bands = ofKind("band").stream()
                .map(entry -> new Bands.Band(entry.cells().get(1), number(entry, 2)))
                .toList();
        var rules = rules();
        try {
            return new RuleModel(
                    only("version").cells().get(1) + "+" + contentHash(),
                    number(base, 1),
                    new Spread(
                            number(interval, 1),
                            number(interval, 2),
                            number(interval, 3),
                            interval.cells().get(4)),
                    new Bands(bands),
                    rules);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(name, e.getMessage()), e);
        }
    }

    private List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        ofKind("rule").forEach(entry -> rules.add(measured(entry)));
        ofKind("usual").forEach(entry -> rules.add(worded(entry)));
        for (Entry word : ofKind("word")) {
            checkHasUsual(word);
        }
        return rules;
    }

    private void checkHasUsual(Entry word) {
        var feature = word.cells().get(1);
        if (ofKind("usual").stream().noneMatch(usual -> usual.cells().get(1).equals(feature))) {
            throw wrong(word, "has no line 'usual | %s'".formatted(feature));
        }
    }

    private Rule measured(Entry entry) {
        var feature = entry.cells().get(1);
        var transform = transform(entry);
        double centre = number(entry, 3);
        double scale = number(entry, 4);
        double weight = number(entry, 5);
        double cap = number(entry, 6);
        return located(entry, () -> new Rule.Measured(feature, transform, centre, scale, weight, cap));
    }

    private Rule worded(Entry entry) {
        var feature = entry.cells().get(1);
        var usual = entry.cells().get(2);
        var effects = new TreeMap<String, Double>();
        for (Entry word : ofKind("word")) {
            if (word.cells().get(1).equals(feature) && effects.put(word.cells().get(2), number(word, 3)) != null) {
                throw wrong(
                        word, "tells '%s' a second time".formatted(word.cells().get(2)));
            }
        }
        return located(entry, () -> new Rule.Worded(feature, usual, effects));
    }

    /** A rule that refuses its constants does not know on which line they stand. */
    private Rule located(Entry entry, Supplier<Rule> rule) {
        try {
            return rule.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s:%d %s".formatted(name, entry.number(), e.getMessage()), e);
        }
    }

    private Transform transform(Entry entry) {
        var word = entry.cells().get(2);
        for (Transform transform : Transform.values()) {
            if (transform.name().toLowerCase(Locale.ROOT).equals(word)) {
                return transform;
            }
        }
        throw wrong(entry, "has transform '%s', must be linear, log1p or saturating".formatted(word));
    }

    private double number(Entry entry, int cell) {
        var text = entry.cells().get(cell);
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            throw wrong(entry, "has '%s', must be a finite number".formatted(text));
        }
        return number;
    }

    private Entry only(String kind) {
        var found = ofKind(kind);
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "%s has %d lines '%s', must have one".formatted(name, found.size(), kind));
        }
        return found.get(0);
    }

    private List<Entry> ofKind(String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    private void checkShape(Entry entry) {
        int cells = switch (entry.kind()) {
            case "version", "base" -> 2;
            case "band", "usual" -> 3;
            case "word" -> 4;
            case "interval" -> 5;
            case "rule" -> 7;
            default ->
                throw wrong(
                        entry,
                        "begins with '%s', must be version, base, interval, band, rule, usual or word"
                                .formatted(entry.kind()));
        };
        if (entry.cells().size() != cells) {
            throw wrong(
                    entry, "has %d cells, a '%s' has %d".formatted(entry.cells().size(), entry.kind(), cells));
        }
    }

    private IllegalArgumentException wrong(Entry entry, String what) {
        return new IllegalArgumentException("%s:%d %s".formatted(name, entry.number(), what));
    }

    /** Over the cells, so that comments and alignment can change without making another version. */
    private String contentHash() {
        var content = new StringBuilder();
        entries.forEach(entry -> content.append(String.join("|", entry.cells())).append('\n'));
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static List<Entry> entries(String text) {
        var entries = new ArrayList<Entry>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                entries.add(new Entry(number, cells(line)));
            }
        }
        return entries;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (String cell : line.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
