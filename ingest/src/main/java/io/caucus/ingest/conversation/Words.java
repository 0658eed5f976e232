package io.caucus.ingest.conversation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as words that can be compared: lower case, without accents, {@code ß} as {@code ss}. A number with its separators is one
 * word ({@code 40.000}, {@code 14:30}, {@code 3pm}). Currency signs and the question mark are words of their own; all else only
 * separates.
 */
final class Words {

    private static final Pattern MARK_OR_FORMAT = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final String INSIDE_NUMBERS = ".,:";
    private static final String ENDS_SENTENCE = ".!?;\u2026";
    private static final String ENDS_CLAUSE = ",:()";

    /**
     * One word.
     *
     * @param start its first character in the text
     * @param end the first character after it
     * @param clause words with the same number stand in the same clause
     */
    record Word(String plain, int start, int end, int clause) {

        boolean isNumber() {
            return Character.isDigit(plain.charAt(0));
        }
    }

    private final String text;
    private final List<List<Word>> sentences = new ArrayList<>();
    private List<Word> sentence = new ArrayList<>();
    private int clause;

    private Words(String text) {
        this.text = text;
    }

    /** Sentences that have words, in order. A blank line ends a sentence, as do marks at the end of a word. */
    static List<List<Word>> sentences(String text) {
        var words = new Words(text);
        words.read();
        return words.sentences;
    }

    /** The words of a short text, whatever its sentences. */
    static List<String> plain(String text) {
        return sentences(text).stream().flatMap(List::stream).map(Word::plain).toList();
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            int end = endOfWord(at);
            if (end > at) {
                addWord(at, end);
                at = end;
            } else {
                at = separator(at);
            }
        }
        endSentence();
    }

    private int endOfWord(int start) {
        int at = start;
        while (at < text.length() && (isPartOfWord(text.codePointAt(at)) || isInsideNumber(start, at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isPartOfWord(int character) {
        return Character.isLetterOrDigit(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
                    default -> false;
                };
    }

    private boolean isInsideNumber(int start, int at) {
        return at > start
                && INSIDE_NUMBERS.indexOf(text.charAt(at)) >= 0
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private void addWord(int start, int end) {
        var plain = plainWord(text.substring(start, end));
        if (!plain.isEmpty()) {
            sentence.add(new Word(plain, start, end, clause));
        }
    }

    private static String plainWord(String written) {
        var bare = MARK_OR_FORMAT
                .matcher(Normalizer.normalize(written, Normalizer.Form.NFKD))
                .replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace("ß", "ss");
    }

    private int separator(int at) {
        int character = text.codePointAt(at);
        int next = at + Character.charCount(character);
        if (character == '?' || Character.getType(character) == Character.CURRENCY_SYMBOL) {
            sentence.add(new Word(Character.toString(character), at, next, clause));
        }
        if (isBlankLine(at) || (ENDS_SENTENCE.indexOf(character) >= 0 && isAtEndOfWord(next))) {
            endSentence();
        } else if (ENDS_CLAUSE.indexOf(character) >= 0) {
            clause++;
        }
        return next;
    }

    private boolean isAtEndOfWord(int next) {
        return next >= text.length() || !Character.isLetterOrDigit(text.codePointAt(next));
    }

    /** Whether a line ends here and the next holds nothing. */
    private boolean isBlankLine(int at) {
        if (text.charAt(at) != '\n') {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\r')) {
            next++;
        }
        return next >= text.length() || text.charAt(next) == '\n';
    }

    private void endSentence() {
        clause++;
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
            sentence = new ArrayList<>();
        }
    }
}
