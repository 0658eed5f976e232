package io.caucus.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a mapping, line by line, each with its reason. */
final class YamlLines {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_]([\\p{L}\\p{N} _./@-]*[\\p{L}\\p{N}_.)])?");

    private final List<String> lines = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();

    /** @param indent in spaces */
    void add(int indent, String text, String why) {
        add(indent, text + (why.isEmpty() ? "" : "   # " + inComment(why)));
    }

    void add(int indent, String text) {
        lines.add(" ".repeat(indent) + text);
    }

    void remark(int indent, String text) {
        lines.add(" ".repeat(indent) + "# " + inComment(text));
    }

    /** A column's name as a mapping writes it; from now on the column counts as mapped. */
    String column(SampledColumn column) {
        used.add(column.name());
        return quoted(column.name());
    }

    boolean uses(SampledColumn column) {
        return used.contains(column.name());
    }

    List<String> all() {
        return lines;
    }

    /** A text YAML takes for nothing else. */
    static String quoted(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (isPrintable(point)) {
                quoted.appendCodePoint(point);
            } else {
                quoted.append("\\U%08X".formatted(point));
            }
        });
        return quoted.append('"').toString();
    }

    private static String inComment(String text) {
        var line = new StringBuilder();
        text.codePoints().forEach(point -> line.appendCodePoint(isPrintable(point) ? point : ' '));
        return line.toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
