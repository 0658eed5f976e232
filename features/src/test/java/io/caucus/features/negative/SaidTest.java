package io.caucus.features.negative;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.EvidenceItem.NotSaid;
import io.caucus.features.EvidenceItem.Said;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.testkit.AccountStory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody said against us. */
class SaidTest {

    private static final String UNSUBSCRIBES = "negative.unsubscribes_90d";
    private static final String NOT_A_FIT = "negative.said_not_a_fit";
    private static final String COMPETITOR = "negative.chose_competitor";
    private static final String OBJECTIONS = "negative.objection_open";

    @Test
    void whoAsksToBeLeftAloneIsCounted() {
        assertThat(amount(UNSUBSCRIBES, """
                ana: VP
                bo: VP
                ana replies to us 3d ago, saying UNSUBSCRIBE
                bo replies to us 2d ago, saying UNSUBSCRIBE NOT_A_FIT
                ana replies to us 90d ago, saying UNSUBSCRIBE
                """)).isEqualTo(2);
    }

    @Test
    void aNoIsHeardInTheirMailsAndInOurCalls() {
        assertThat(amount(NOT_A_FIT, """
                ana: VP
                we call ana 3d ago, saying NOT_A_FIT
                """)).isEqualTo(1);
        assertThat(amount(COMPETITOR, """
                ana: VP
                ana replies to us 3d ago, saying CHOSE_COMPETITOR
                """)).isEqualTo(1);
    }

    @Test
    void whatSomebodySaidWhoLeftOrWhatDoesNotCountIsNotHeard() {
        assertThat(value(NOT_A_FIT, """
                ana: VP to 1d ago
                bo: VP
                ana replies to us 3d ago, saying NOT_A_FIT
                bo replies to us 2d ago, excluded AUTO_REPLY, saying NOT_A_FIT
                """)).isEqualTo(FeatureValue.missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {UNSUBSCRIBES, NOT_A_FIT, COMPETITOR, OBJECTIONS})
    void wordsThatNobodyReadAreNotSilence(String feature) {
        var read = """
                ana: VP
                ana replies to us 3d ago, saying NOTHING
                """;

        assertThat(amount(feature, read)).isZero();
        assertThat(evidence(feature, read)).singleElement().isInstanceOf(NotSaid.class);
        assertThat(value(feature, """
                ana: VP
                ana replies to us 3d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void anObjectionStaysOpenUntilSomethingGoodIsHeard() {
        var open = """
                ana: VP
                we call ana 9d ago, saying OBJECTION_TIMING
                ana replies to us 8d ago, saying POSITIVE_REPLY
                ana replies to us 7d ago, saying OBJECTION_BUDGET OBJECTION_SECURITY
                we call ana 6d ago, saying OBJECTION_BUDGET
                """;

        assertThat(amount(OBJECTIONS, open)).isEqualTo(2);
        assertThat(evidence(OBJECTIONS, open))
                .hasSize(3)
                .allSatisfy(item -> assertThat(item).isInstanceOf(Said.class));
        assertThat(amount(OBJECTIONS, open + "ana replies to us 5d ago, saying MEETING_BOOKED"))
                .isZero();
    }

    @Test
    void interestWithAnObjectionClosesNone() {
        assertThat(amount(OBJECTIONS, """
                ana: VP
                we call ana 9d ago, saying OBJECTION_TIMING
                ana replies to us 8d ago, saying OBJECTION_BUDGET POSITIVE_REPLY
                """)).isEqualTo(2);
    }

    @Test
    void whatWasHeardUnsurelyOrByAnOlderReaderDoesNotCount() {
        var story = AccountStory.of("""
                ana: VP
                ana replies to us 3d ago
                """);
        var unsure = reading("9", ConversationSignal.NOT_A_FIT, 0.49);
        var sure = reading("9", ConversationSignal.NOT_A_FIT, 0.5);
        var newer = reading("10", ConversationSignal.ASKS_PRICE, 1);

        assertThat(Stories.value(NOT_A_FIT, story.and(unsure).history(), StageSpells.NONE))
                .isEqualTo(FeatureValue.of(0));
        assertThat(Stories.value(NOT_A_FIT, story.and(sure).history(), StageSpells.NONE))
                .isEqualTo(FeatureValue.of(1));
        assertThat(Stories.value(NOT_A_FIT, story.and(sure, newer).history(), StageSpells.NONE))
                .isEqualTo(FeatureValue.of(0));
    }

    private static SignalReading reading(String version, ConversationSignal kind, double confidence) {
        return new SignalReading(
                new EngagementId("story:line-2"),
                new ExtractorVersion("rules", version),
                List.of(new Signal(kind, Optional.empty(), confidence)),
                FactTime.at(AccountStory.asOf("3d ago").instant()));
    }
}
