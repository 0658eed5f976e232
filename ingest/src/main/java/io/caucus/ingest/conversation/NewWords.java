package io.caucus.ingest.conversation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.caucus.ingest.conversation.Words.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the sender wrote this time. Quoted mail, signatures, footers and what follows them is overwritten with spaces, so that every
 * character that is left keeps its place.
 *
 * <p>The marks are in {@code mail-marks-1.csv}. A line is of a kind if its words begin with {@code begins} and hold {@code holds}
 * somewhere after; a closing ("Kind regards") must be all of its line, and a header's name must be followed by a colon.
 */
final class NewWords {

    static final String TABLE = "mail-marks-1.csv";
    private static final String QUOTE = ">";
    private static final String RULER = "[-_=*]{5,}";

    /** Outlook's header has its lines side by side: From, Sent, To. */
    private static final int LINES_OF_A_HEADER = 4;

    private enum Mark {
        WROTE,
        FORWARDED,
        FROM,
        SENT,
        CLOSING,
        FOOTER
    }

    private record Line(int start, int end, String text, List<Word> words) {

        boolean isBlank() {
            return text.isBlank();
        }

        boolean isQuoted() {
            return text.stripLeading().startsWith(QUOTE);
        }
    }

    private record MarkPattern(WordPattern begins, Optional<WordPattern> holds) {

        static MarkPattern of(NamedCsvRecord row) {
            var holds = row.getField("holds");
            return new MarkPattern(
                    WordPattern.parse(row.getField("begins")),
                    holds.isEmpty() ? Optional.empty() : Optional.of(WordPattern.parse(holds)));
        }

        boolean fits(List<Word> words) {
            var after = begins.matchAt(words, 0);
            return after.isPresent() && (holds.isEmpty() || isHeld(holds.get(), words, after.getAsInt()));
        }

        private static boolean isHeld(WordPattern pattern, List<Word> words, int from) {
            for (int at = from; at < words.size(); at++) {
                if (pattern.matchAt(words, at).isPresent()) {
                    return true;
                }
            }
            return false;
        }

        boolean isAllOf(List<Word> words) {
            return begins.matchAt(words, 0).equals(OptionalInt.of(words.size()));
        }
    }

    private enum Where {
        /** In what was written this time. */
        NEW,
        /** In the signature: a postscript may follow. */
        SIGNATURE,
        /** In what is left to the end of the text. */
        OLD
    }

    private static final Map<Mark, List<MarkPattern>> MARKS = load();

    private final List<Line> lines;
    private final StringBuilder left;

    private NewWords(String text) {
        lines = lines(text);
        left = new StringBuilder(text);
    }

    /** The text at the same length, all but the new words blank. */
    static String in(String text) {
        var newWords = new NewWords(text);
        newWords.blankTheRest();
        return newWords.left.toString();
    }

    private void blankTheRest() {
        var where = Where.NEW;
        boolean written = false;
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            where = where(where, at, written);
            boolean attribution = isAttribution(at) || (at > 0 && isWrapped(at - 1));
            if (where != Where.NEW || line.isQuoted() || attribution) {
                blank(line);
            } else {
                written |= !line.isBlank();
            }
        }
    }

    private Where where(Where before, int at, boolean written) {
        var line = lines.get(at);
        return switch (before) {
            case OLD -> Where.OLD;
            case SIGNATURE -> isPostscript(line) ? Where.NEW : before;
            case NEW -> {
                if (beginsOldText(at)) {
                    yield Where.OLD;
                }
                yield written && endsMessage(line) ? Where.SIGNATURE : Where.NEW;
            }
        };
    }

    private boolean beginsOldText(int at) {
        var line = lines.get(at);
        return (isAttribution(at) && !isFollowedByQuotes(at))
                || (is(Mark.FORWARDED, line.words())
                        && (line.text().contains("--")
                                || line.text().stripTrailing().endsWith(":")))
                || is(Mark.FOOTER, line.words())
                || isHeader(at);
    }

    private static boolean endsMessage(Line line) {
        var text = line.text().strip();
        return text.equals("--")
                || text.matches(RULER)
                || patterns(Mark.CLOSING).stream().anyMatch(closing -> closing.isAllOf(line.words()));
    }

    private static boolean isPostscript(Line line) {
        var words = line.words().stream().map(Word::plain).limit(2).toList();
        return !words.isEmpty() && (words.getFirst().equals("ps") || words.equals(List.of("p", "s")));
    }

    private boolean isAttribution(int at) {
        return isAttribution(lines.get(at).text(), lines.get(at).words()) || isWrapped(at);
    }

    /** Mail programs wrap the line at 78 characters. */
    private boolean isWrapped(int at) {
        if (at + 1 >= lines.size()
                || isAttribution(lines.get(at).text(), lines.get(at).words())) {
            return false;
        }
        var both = new ArrayList<>(lines.get(at).words());
        both.addAll(lines.get(at + 1).words());
        return !lines.get(at).isBlank() && isAttribution(lines.get(at + 1).text(), both);
    }

    private static boolean isAttribution(String text, List<Word> words) {
        return text.stripTrailing().endsWith(":") && is(Mark.WROTE, words);
    }

    private boolean isFollowedByQuotes(int at) {
        int next = at + (isWrapped(at) ? 2 : 1);
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && lines.get(next).isQuoted();
    }

    private boolean isHeader(int at) {
        var header = lines.subList(at, Math.min(at + LINES_OF_A_HEADER, lines.size()));
        return isHeaderLine(Mark.FROM, header.getFirst())
                && header.stream().skip(1).anyMatch(line -> isHeaderLine(Mark.SENT, line));
    }

    private static boolean isHeaderLine(Mark mark, Line line) {
        return !line.words().isEmpty()
                && line.text()
                        .substring(line.words().getFirst().end() - line.start())
                        .stripLeading()
                        .startsWith(":")
                && is(mark, line.words());
    }

    private static boolean is(Mark mark, List<Word> words) {
        return patterns(mark).stream().anyMatch(pattern -> pattern.fits(words));
    }

    private static List<MarkPattern> patterns(Mark mark) {
        return MARKS.getOrDefault(mark, List.of());
    }

    private void blank(Line line) {
        for (int at = line.start(); at < line.end(); at++) {
            left.setCharAt(at, ' ');
        }
    }

    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            lines.add(line(text, start, end));
            start = end + 1;
        }
        return lines;
    }

    private static Line line(String text, int start, int end) {
        var line = text.substring(start, end);
        var words = Words.sentences(line).stream()
                .flatMap(List::stream)
                .map(word -> new Word(word.plain(), start + word.start(), start + word.end(), word.clause()))
                .toList();
        return new Line(start, end, line, words);
    }

    private static Map<Mark, List<MarkPattern>> load() {
        var marks = new EnumMap<Mark, List<MarkPattern>>(Mark.class);
        Tables.forEach(
                TABLE,
                row -> marks.computeIfAbsent(Mark.valueOf(row.getField("mark")), first -> new ArrayList<>())
                        .add(MarkPattern.of(row)));
        return marks;
    }
}
