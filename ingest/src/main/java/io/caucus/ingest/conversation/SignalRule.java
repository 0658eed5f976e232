package io.caucus.ingest.conversation;

import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of {@code signal-rules-1.csv}; the number in the name is the table's version.
 *
 * @param negatable whether "not" beside the words makes the signal void; false where it is part of what is said
 * @param notesOnly whether it reads only what one of ours noted: "asked about pricing"
 * @param example words it must fit
 * @param counterExample words like these that it must not fit
 */
record SignalRule(
        Language language,
        ConversationSignal signal,
        double confidence,
        boolean negatable,
        boolean notesOnly,
        List<WordPattern> patterns,
        String example,
        String counterExample) {

    static final int VERSION = 1;
    static final String TABLE = "signal-rules-%d.csv".formatted(VERSION);

    static List<SignalRule> load() {
        var rules = new ArrayList<SignalRule>();
        Tables.forEach(
                TABLE,
                row -> rules.add(new SignalRule(
                        Language.valueOf(row.getField("language").toUpperCase(Locale.ROOT)),
                        ConversationSignal.valueOf(row.getField("signal")),
                        Double.parseDouble(row.getField("confidence")),
                        isFirst(row.getField("negation"), "blocks", "free"),
                        isFirst(row.getField("voice"), "note", "any"),
                        Arrays.stream(row.getField("patterns").split(" / ", -1))
                                .map(WordPattern::parse)
                                .toList(),
                        row.getField("example"),
                        row.getField("counter_example"))));
        return rules;
    }

    private static boolean isFirst(String word, String first, String second) {
        if (!word.equals(first) && !word.equals(second)) {
            throw new IllegalStateException("%s has '%s', must be '%s' or '%s'".formatted(TABLE, word, first, second));
        }
        return word.equals(first);
    }
}
