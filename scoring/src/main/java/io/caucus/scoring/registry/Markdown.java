package io.caucus.scoring.registry;

/** Words from files, made safe to stand within a line or a table's cell of a Markdown page: they format nothing and end nothing. */
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]<>#|~&!$^";
    private static final int LONGEST_NAME = 200;

    private Markdown() {}

    /** A name, which is cut where it is too long to be one. */
    static String name(String words) {
        var plain = plain(words);
        return escaped(
                plain.codePointCount(0, plain.length()) > LONGEST_NAME
                        ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)) + "…"
                        : plain);
    }

    /** A sentence, whole. */
    static String text(String words) {
        return escaped(plain(words));
    }

    /** On one line, and without what turns the direction of writing. */
    private static String plain(String words) {
        return words.replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "")
                .replaceAll("[\\s\\p{Cc}]+", " ")
                .strip();
    }

    private static String escaped(String plain) {
        var safe = new StringBuilder();
        plain.codePoints().forEach(letter -> {
            if (SPECIAL.indexOf(letter) >= 0) {
                safe.append('\\');
            }
            safe.appendCodePoint(letter);
        });
        return safe.toString();
    }
}
