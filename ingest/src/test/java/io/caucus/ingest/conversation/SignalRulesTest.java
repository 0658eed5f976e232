package io.caucus.ingest.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables keep what their own lines promise. */
class SignalRulesTest {

    private static final SignalExtractor EXTRACTOR = RuleExtractor.with(Competitors.NONE);

    static List<SignalRule> rules() {
        return SignalRule.load();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyRuleFitsItsExampleAndNotItsCounterExample(SignalRule rule) {
        assertThat(signals(rule, rule.example())).contains(rule.signal());
        assertThat(signals(rule, rule.counterExample())).doesNotContain(rule.signal());
    }

    @Test
    void everySignalHasARuleInEveryLanguageButTheNamesOfCompetitors() {
        var ruled = rules().stream()
                .map(rule -> rule.language() + " " + rule.signal())
                .distinct();

        assertThat(ruled)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Language.values())
                        .flatMap(language -> Stream.of(ConversationSignal.values())
                                .filter(signal -> signal != ConversationSignal.NAMES_COMPETITOR)
                                .map(signal -> language + " " + signal))
                        .toList());
    }

    @Test
    void aPatternSaysWhereItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordPattern.parse("... price"))
                .withMessageContaining("word pattern '... price' must begin with a word that has to be there");
        assertThatIllegalArgumentException().isThrownBy(() -> WordPattern.parse("price ..."));
        assertThatIllegalArgumentException().isThrownBy(() -> WordPattern.parse("price||cost"));
        assertThatIllegalArgumentException().isThrownBy(() -> WordPattern.parse("a b? c? d? e? f? g?"));
    }

    private static List<ConversationSignal> signals(SignalRule rule, String text) {
        var conversation =
                new Conversation(text, Optional.of(rule.language()), rule.notesOnly() ? Voice.NOTE : Voice.BUYER);
        var read = (Extraction.Read) EXTRACTOR.extract(conversation);
        return read.spotted().stream().map(spotted -> spotted.signal().kind()).toList();
    }
}
