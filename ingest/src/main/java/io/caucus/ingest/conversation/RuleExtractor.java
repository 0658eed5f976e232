package io.caucus.ingest.conversation;

import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.ingest.conversation.Words.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads words by tables of patterns. The same words give the same signals, today and in a year.
 *
 * <p>The version is that of the rule table and that of the list of competitors: {@code rules/1.3}. A pattern is looked for in one
 * sentence at a time. Where a rule says that negation blocks it, a word such as "not" in the same clause, among the
 * {@value #WORDS_BEFORE} words before the pattern, within it, or among the {@value #WORDS_AFTER} after it, makes it void.
 *
 * <p><b>Cost.</b> Linear in the text: at each word only the patterns that can begin there are tried, each at bounded cost.
 */
public final class RuleExtractor implements SignalExtractor {

    private static final String NAME = "rules";
    private static final double SURE_OF_A_NAME = 0.9;
    private static final int WORDS_BEFORE = 4;
    private static final int WORDS_AFTER = 2;

    /** One pattern with what it means. */
    private record Clue(Signal signal, WordPattern pattern, Optional<SignalRule> rule) {

        boolean isReadIn(Conversation conversation) {
            return rule.isEmpty()
                    || (isIn(conversation.language(), rule.get())
                            && (conversation.voice() == Voice.NOTE
                                    || !rule.get().notesOnly()));
        }

        private static boolean isIn(Optional<Language> language, SignalRule rule) {
            return language.filter(known -> known != rule.language()).isEmpty();
        }
    }

    private final ExtractorVersion version;
    private final Map<String, List<Clue>> byFirstWord = new HashMap<>();
    private final Map<String, List<Clue>> byFirstStem = new HashMap<>();
    private int longestStem;
    private final Map<Language, WordPattern> negations = new EnumMap<>(Language.class);

    private RuleExtractor(Competitors competitors, List<SignalRule> rules) {
        version = new ExtractorVersion(NAME, "%d.%d".formatted(SignalRule.VERSION, competitors.version()));
        rules.forEach(this::enter);
        competitors.names().forEach(this::enter);
        Tables.forEach(
                "negations-%d.csv".formatted(SignalRule.VERSION),
                row -> negations.put(
                        Language.find(row.getField("language")).orElseThrow(),
                        WordPattern.parse(row.getField("words"))));
    }

    public static RuleExtractor with(Competitors competitors) {
        return new RuleExtractor(competitors, SignalRule.load());
    }

    private void enter(SignalRule rule) {
        var signal = new Signal(rule.signal(), Optional.empty(), rule.confidence());
        rule.patterns().forEach(pattern -> enter(new Clue(signal, pattern, Optional.of(rule))));
    }

    private void enter(String competitor, List<List<String>> called) {
        var signal = new Signal(ConversationSignal.NAMES_COMPETITOR, Optional.of(competitor), SURE_OF_A_NAME);
        called.forEach(words -> enter(new Clue(signal, WordPattern.of(words), Optional.empty())));
    }

    private void enter(Clue clue) {
        for (String beginning : clue.pattern().beginnings()) {
            if (WordPattern.isStem(beginning)) {
                var stem = WordPattern.stem(beginning);
                byFirstStem.computeIfAbsent(stem, first -> new ArrayList<>()).add(clue);
                longestStem = Math.max(longestStem, stem.length());
            } else {
                byFirstWord
                        .computeIfAbsent(beginning, first -> new ArrayList<>())
                        .add(clue);
            }
        }
    }

    @Override
    public ExtractorVersion version() {
        return version;
    }

    @Override
    public Extraction extract(Conversation conversation) {
        boolean cut = conversation.text().length() > MOST_CHARACTERS;
        var found = new SpottedSignals();
        if (conversation.voice() != Voice.SELLER) {
            var text = cut ? conversation.text().substring(0, MOST_CHARACTERS) : conversation.text();
            Words.sentences(NewWords.in(text)).forEach(sentence -> read(sentence, conversation, found));
        }
        return new Extraction.Read(found.inOrder(), cut, List.of());
    }

    private void read(List<Word> sentence, Conversation conversation, SpottedSignals found) {
        for (int at = 0; at < sentence.size(); at++) {
            for (Clue clue : clues(sentence.get(at))) {
                if (clue.isReadIn(conversation)) {
                    spot(clue, sentence, at).ifPresent(found::add);
                }
            }
        }
    }

    private List<Clue> clues(Word word) {
        var clues = new ArrayList<>(byFirstWord.getOrDefault(word.plain(), List.of()));
        if (word.isNumber()) {
            clues.addAll(byFirstWord.getOrDefault(WordPattern.NUMBER, List.of()));
        }
        int longest = Math.min(word.plain().length(), longestStem);
        for (int length = 1; length <= longest; length++) {
            clues.addAll(byFirstStem.getOrDefault(word.plain().substring(0, length), List.of()));
        }
        return clues;
    }

    private Optional<Spotted> spot(Clue clue, List<Word> sentence, int start) {
        var end = clue.pattern().matchAt(sentence, start);
        if (end.isEmpty()
                || clue.rule()
                        .filter(rule -> isNegated(rule, sentence, start, end.getAsInt()))
                        .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Spotted(
                clue.signal(),
                sentence.get(start).start(),
                sentence.get(end.getAsInt() - 1).end()));
    }

    private boolean isNegated(SignalRule rule, List<Word> sentence, int start, int end) {
        var negation = negations.get(rule.language());
        if (!rule.negatable() || negation == null) {
            return false;
        }
        int first = Math.max(0, start - WORDS_BEFORE);
        int last = Math.min(sentence.size(), end + WORDS_AFTER);
        for (int at = first; at < last; at++) {
            boolean inside = at >= start && at < end;
            int nearest = at < start ? start : end - 1;
            boolean sameClause =
                    sentence.get(at).clause() == sentence.get(nearest).clause();
            if ((inside || sameClause) && negation.matchAt(sentence, at).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
