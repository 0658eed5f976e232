package io.caucus.ingest.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleExtractorTest {

    private static final Competitors COMPETITORS =
            Competitors.of("test", List.of("version 3", "", "Initech | Initech CRM | TPS Suite", "3M"));
    private static final SignalExtractor EXTRACTOR = RuleExtractor.with(COMPETITORS);

    @Test
    void theVersionIsThatOfTheRulesAndThatOfTheCompetitors() {
        assertThat(EXTRACTOR.version()).isEqualTo(new ExtractorVersion("rules", "1.3"));
        assertThat(RuleExtractor.with(Competitors.NONE).version()).isEqualTo(new ExtractorVersion("rules", "1.0"));
    }

    @Test
    void aSignalSaysWhichCharactersShowIt() {
        var text = "Danke! Würde gern wissen:\n\nWas kostet das? Die TPS\nSuite will 900.";

        var read = read(text, Voice.BUYER);

        assertThat(read.spotted())
                .extracting(one -> one.signal().kind(), one -> text.substring(one.start(), one.end()))
                .containsExactly(
                        tuple(ConversationSignal.ASKS_PRICE, "Was kostet"),
                        tuple(ConversationSignal.NAMES_COMPETITOR, "TPS\nSuite"));
    }

    @Test
    void aCompetitorIsReportedByTheFirstOfItsNamesWhateverItIsCalled() {
        assertThat(read("We use TPS suite and 3M today.", Voice.BUYER).spotted())
                .extracting(one -> one.signal().detail())
                .containsExactly(Optional.of("Initech"), Optional.of("3M"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We are not comparing any vendors.",
                "We don't compare vendors, and we aren't evaluating providers.",
                "Wir vergleichen derzeit keine Anbieter.",
                "Nous ne comparons pas les fournisseurs.",
                "No estamos comparando proveedores.",
                "Não estamos comparando fornecedores."
            })
    void whatIsDeniedIsNoSignal(String text) {
        assertThat(kinds(text, Voice.BUYER)).doesNotContain(ConversationSignal.EVALUATES_VENDORS);
    }

    @Test
    void aNoBeforeTheCommaDeniesWhatCameBeforeIt() {
        assertThat(kinds("No, we are comparing vendors.", Voice.BUYER)).contains(ConversationSignal.EVALUATES_VENDORS);
    }

    @Test
    void ourOwnWordsSayNothingAboutTheBuyer() {
        assertThat(kinds("What would it cost you? Shall I send a quote?", Voice.SELLER))
                .isEmpty();
    }

    @Test
    void whatOneOfOursNotedIsReadAsANoteOnly() {
        assertThat(kinds("Asked about pricing.", Voice.NOTE)).contains(ConversationSignal.ASKS_PRICE);
        assertThat(kinds("Asked about pricing.", Voice.BUYER)).isEmpty();
    }

    @Test
    void aLanguageLeavesTheRulesOfTheOthersAlone() {
        var english = new Conversation("Was kostet das?", Optional.of(Language.EN), Voice.BUYER);

        assertThat(((Extraction.Read) EXTRACTOR.extract(english)).spotted()).isEmpty();
    }

    @Test
    void accentsCaseAndInvisibleCharactersDoNotMatter() {
        assertThat(kinds("NAO\u200B TEMOS INTERESSE", Voice.BUYER)).contains(ConversationSignal.NEGATIVE_REPLY);
        assertThat(kinds("na\u0303o temos interesse", Voice.BUYER)).contains(ConversationSignal.NEGATIVE_REPLY);
    }

    @Test
    void onlyTheBeginningOfALongTextIsReadAndThatIsSaid() {
        var padding = "word ".repeat(SignalExtractor.MOST_CHARACTERS / 5 + 1);

        assertThat(read("Please unsubscribe me. " + padding, Voice.BUYER).cut()).isTrue();
        assertThat(kinds("Please unsubscribe me. " + padding, Voice.BUYER))
                .containsExactly(ConversationSignal.UNSUBSCRIBE);
        assertThat(kinds(padding + " Please unsubscribe me.", Voice.BUYER)).isEmpty();
    }

    @Test
    @Timeout(60)
    void hostileTextCostsNoMoreThanItsLength() {
        var words = "not what asked vendors on from 9";
        for (String piece : words.split(" ", -1)) {
            var hostile = (piece + " ").repeat(SignalExtractor.MOST_CHARACTERS / (piece.length() + 1));
            var lines = hostile.replace(' ', '\n');
            var oneWord = piece.repeat(SignalExtractor.MOST_CHARACTERS / piece.length());
            var wrapped = (piece + " :\n\n").repeat(SignalExtractor.MOST_CHARACTERS / (piece.length() + 4));
            List.of(hostile, lines, oneWord, wrapped).forEach(text -> read(text, Voice.NOTE));
        }
        read(words.repeat(2000), Voice.NOTE);
        read("?".repeat(SignalExtractor.MOST_CHARACTERS), Voice.NOTE);
        read("\uD800".repeat(1000) + "\0\uFFFF\uDBFF", Voice.NOTE);
    }

    @Test
    void aByteOrderMarkBeforeTheVersionDoesNotMatter() {
        assertThat(Competitors.of("list.txt", List.of("\uFEFFversion 7", "Initech"))
                        .version())
                .isEqualTo(7);
    }

    @Test
    void aFileOfCompetitorsSaysItsVersionFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Competitors.of("list.txt", List.of("Initech")))
                .withMessage(
                        "line 1 of competitors file 'list.txt' must be 'version' and a number from 1, for example: version 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Competitors.of("list.txt", List.of("version 1", "Initech | --")))
                .withMessageContaining("line 2 of competitors file 'list.txt' has a name without letters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Competitors.of("list.txt", List.of("version 1", "Initech", "Initech | CRM")))
                .withMessageContaining("line 3 of competitors file 'list.txt' names 'Initech' a second time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Competitors.in(Path.of("no-such-file")))
                .withMessage("competitors file 'no-such-file' cannot be read");
    }

    private static List<ConversationSignal> kinds(String text, Voice voice) {
        return read(text, voice).spotted().stream()
                .map(one -> one.signal().kind())
                .toList();
    }

    private static Extraction.Read read(String text, Voice voice) {
        return (Extraction.Read) EXTRACTOR.extract(new Conversation(text, Optional.empty(), voice));
    }
}
