package io.caucus.features.engagement;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.features.EvidenceItem.Explored;
import io.caucus.features.FeatureValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the account looks at, in how many ways, and whether it comes back. */
class InterestsTest {

    private static final String CHANNELS = "engagement.channels_14d";
    private static final String DEPTH = "engagement.research_depth";
    private static final String RETURNS = "engagement.return_48h";
    private static final String TECHNICAL = "engagement.technical_share";
    private static final String PROOF = "engagement.pricing_and_proof";

    /** Four actions from 14 days to one day ago, by mail, on the web and at an event. */
    @Test
    void channelsAreCountedInTheBusiestTwoWeeks() {
        assertThat(amount(CHANNELS, """
                ana: VP
                ana uses product 29d ago
                ana calls us 20d ago
                ana joins webinar 14d ago
                ana replies 2d ago
                ana visits 1d ago
                ana visits pricing 1d ago
                """)).isEqualTo(3);
    }

    @Test
    void ofEquallyBusyWeeksTheLatestCount() {
        assertThat(amount(CHANNELS, """
                ana: VP
                ana visits 29d ago
                ana replies 28d ago
                ana visits 3d ago
                ana visits 1d ago
                """)).isEqualTo(1);
    }

    @Test
    void productsAndTopicsAreAreasAndContentIsNot() {
        var story = """
                ana: VP
                ana visits 80d ago, about product Ledger
                ana visits 3d ago, about topic Security
                ana visits 2d ago, about product Ledger
                ana downloads 1d ago, about content Price list
                """;

        assertThat(amount(DEPTH, story)).isEqualTo(2);
        assertThat(evidence(DEPTH, story)).hasSize(3).first().isInstanceOfSatisfying(Explored.class, explored -> {
            assertThat(explored.person()).isEqualTo(person("ana"));
            assertThat(explored.name()).isEqualTo("Ledger");
        });
    }

    @Test
    void depthIsMissingWhereNothingTellsWhatWasLookedAt() {
        assertThat(value(DEPTH, """
                ana: VP
                ana visits 2d ago
                ana visits 91d ago, about product Ledger
                """)).isEqualTo(FeatureValue.missing());
    }

    /** After 48 hours; after 10 minutes it is the same visit, and after 49 hours it is no longer soon. */
    @Test
    void comingBackWithinTwoDaysIsAReturn() {
        assertThat(amount(RETURNS, """
                ana: VP
                bo: VP
                ana visits 5d ago
                bo visits 4d ago
                ana visits 3d ago
                ana visits pricing 2d 23h 50m ago
                bo visits 1d 23h ago
                """)).isEqualTo(1);
    }

    @Test
    void whoCameOnceDidNotReturn() {
        var story = """
                ana: VP
                ana visits 1d ago
                """;

        assertThat(amount(RETURNS, story)).isZero();
        assertThat(evidence(RETURNS, story)).hasSize(1);
    }

    @Test
    void namesTellWhatIsTechnical() {
        assertThat(amount(TECHNICAL, """
                ana: VP
                ana downloads 5d ago, about content API reference
                ana downloads 4d ago, about content API reference
                ana downloads 3d ago, about content Spring newsletter
                ana downloads 2d ago, about content Annual letter
                ana uses product 1d ago, about product API gateway
                """)).isEqualTo(2.0 / 3);
    }

    @Test
    void aNameThatTellsNothingIsNeither() {
        assertThat(value(TECHNICAL, """
                ana: VP
                ana downloads 2d ago, about content Capital gains
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void pricesAndACaseStudyWithinTwoWeeksAreTogether() {
        var together = """
                ana: VP
                bo: VP
                ana visits pricing 13d ago
                bo downloads 2d ago, about content Case study: Acme
                bo visits 1d ago
                """;

        assertThat(amount(PROOF, together)).isEqualTo(1);
        assertThat(evidence(PROOF, together)).hasSize(2);
        assertThat(amount(PROOF, """
                ana: VP
                ana visits pricing 14d ago
                ana downloads 2d ago, about content Case study: Acme
                """)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "API reference, true, false, false",
        "Sicherheit und Datenschutz, true, false, false",
        "Customer story: Acme, false, true, true",
        "Case study: how an API pays, true, true, true",
        "ÉTUDE DE CAS Lumière, false, true, true",
        "Webinar 2026, false, false, true",
        "Rapid growth, false, false, false",
        "'', false, false, false"
    })
    void wordsCountWhereNoLetterTouchesThem(String name, boolean technical, boolean proof, boolean marketing) {
        var words = ContentWords.standard();

        assertThat(words.technicalNames().matcher(name).matches()).isEqualTo(technical);
        assertThat(words.proofNames().matcher(name).matches()).isEqualTo(proof);
        assertThat(words.marketingNames().matcher(name).matches()).isEqualTo(marketing);
    }

    @Test
    void aTableThatCannotBeReadSaysWhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentWords.parse(new StringReader("version = 1\ntechnicl = api")))
                .withMessageStartingWith("table of content words has an entry 'technicl'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentWords.parse(new StringReader("technical = api")))
                .withMessageContaining("has version ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentWords.parse(new StringReader("version = 1\ntechnical = API")))
                .withMessageContaining("word 'API'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentWords.parse(new StringReader("version = 1\ntechnical = api")))
                .withMessageContaining("no proof words");
    }
}
