package io.caucus.ingest.conversation;

import io.caucus.ingest.conversation.Words.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Words that stand one after the other. In writing, elements separated by spaces:
 *
 * <ul>
 *   <li>{@code price} is this word, {@code pric*} any word that begins so, {@code #} a number;
 *   <li>{@code price|cost*|fee} is any of these;
 *   <li>{@code the?} may be there or not, {@code the|your?} as well;
 *   <li>{@code ...} is up to {@value #WIDEST_GAP} words of any kind.
 * </ul>
 *
 * <p>The first element is neither optional nor a gap, so a pattern is looked for only where its first word stands.
 *
 * <p><b>Cost.</b> At one word at most {@code elements × 5^gaps} comparisons, whatever the text: there are at most
 * {@value #MOST_GAPS} gaps and optional elements.
 */
final class WordPattern {

    static final int WIDEST_GAP = 4;
    static final int MOST_GAPS = 5;
    static final String NUMBER = "#";
    private static final String GAP = "...";

    private record Element(List<String> choices, boolean optional, boolean gap) {

        static Element parse(String written) {
            if (written.equals(GAP)) {
                return new Element(List.of(), true, true);
            }
            boolean optional = written.length() > 1 && written.endsWith("?");
            var choices = optional ? written.substring(0, written.length() - 1) : written;
            return new Element(List.of(choices.split("\\|", -1)), optional, false);
        }

        boolean fits(Word word) {
            return choices.stream().anyMatch(choice -> fits(choice, word));
        }

        private static boolean fits(String choice, Word word) {
            if (choice.equals(NUMBER)) {
                return word.isNumber();
            }
            return isStem(choice)
                    ? word.plain().startsWith(stem(choice))
                    : word.plain().equals(choice);
        }
    }

    private final List<Element> elements;

    private WordPattern(List<Element> elements) {
        this.elements = elements;
    }

    static WordPattern parse(String written) {
        var elements = Arrays.stream(written.strip().split(" +", -1))
                .map(Element::parse)
                .toList();
        long flexible = elements.stream().filter(Element::optional).count();
        boolean empty =
                elements.stream().flatMap(element -> element.choices().stream()).anyMatch(String::isEmpty);
        if (empty || elements.getFirst().optional() || elements.getLast().gap() || flexible > MOST_GAPS) {
            throw new IllegalArgumentException(
                    "word pattern '%s' must begin with a word that has to be there, end with a word, and have at most %d gaps and optional words"
                            .formatted(written, MOST_GAPS));
        }
        return new WordPattern(elements);
    }

    /** Whether a choice fits words that begin so. */
    static boolean isStem(String choice) {
        return choice.length() > 1 && choice.endsWith("*");
    }

    static String stem(String choice) {
        return choice.substring(0, choice.length() - 1);
    }

    /** Words one after the other, each as it is. */
    static WordPattern of(List<String> words) {
        return new WordPattern(words.stream()
                .map(word -> new Element(List.of(word), false, false))
                .toList());
    }

    /** The words and stems it can begin with. */
    List<String> beginnings() {
        return elements.getFirst().choices();
    }

    /** Whether there is a match that begins at this very word; the index after its last word, of the shortest there is. */
    OptionalInt matchAt(List<Word> sentence, int start) {
        return match(sentence, start, 0);
    }

    private OptionalInt match(List<Word> sentence, int at, int element) {
        if (element == elements.size()) {
            return OptionalInt.of(at);
        }
        var expected = elements.get(element);
        for (int next : after(expected, sentence, at)) {
            var rest = match(sentence, next, element + 1);
            if (rest.isPresent()) {
                return rest;
            }
        }
        return OptionalInt.empty();
    }

    /** Where the next element may begin. */
    private static List<Integer> after(Element element, List<Word> sentence, int at) {
        var next = new ArrayList<Integer>();
        if (element.gap()) {
            for (int skipped = 0; skipped <= WIDEST_GAP && at + skipped <= sentence.size(); skipped++) {
                next.add(at + skipped);
            }
            return next;
        }
        if (at < sentence.size() && element.fits(sentence.get(at))) {
            next.add(at + 1);
        }
        if (element.optional()) {
            next.add(at);
        }
        return next;
    }
}
