package io.caucus.features.committee;

import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.EvidenceItem;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.testkit.AccountStory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConflictTest {

    private static final String ID = "committee.conflict";

    private static final String TALK = """
        ana: VP
        bo: MANAGER
        ana is ECONOMIC_BUYER on deal 30d ago
        ana replies to us 9d ago
        bo replies to us 8d ago
        ana replies to us 5d ago
        """;

    @Test
    void anEconomicBuyersObjectionWeighsTwiceAColleagues() {
        assertThat(conflict(story(heard(4, ConversationSignal.OBJECTION_BUDGET, 0.8))))
                .isEqualTo(FeatureValue.of(0.8));
        assertThat(conflict(story(heard(5, ConversationSignal.OBJECTION_BUDGET, 0.8))))
                .isEqualTo(FeatureValue.of(0.4));
    }

    @Test
    void severalObjectionsOfOnePersonCountOnceAndOfTwoAdd() {
        var history = story(
                heard(4, ConversationSignal.OBJECTION_BUDGET, 0.8),
                heard(6, ConversationSignal.OBJECTION_TIMING, 0.6),
                heard(5, ConversationSignal.NOT_A_FIT, 0.5));

        assertThat(conflict(history).findAmount().orElseThrow()).isCloseTo(0.8 + 0.25, within(1e-12));
    }

    @Test
    void aLaterYesOfTheSamePersonSettlesAndAColleaguesDoesNot() {
        var settled = story(
                heard(4, ConversationSignal.OBJECTION_BUDGET, 0.8), heard(6, ConversationSignal.POSITIVE_REPLY, 0.7));
        var colleagues = story(
                heard(4, ConversationSignal.OBJECTION_BUDGET, 0.8), heard(5, ConversationSignal.POSITIVE_REPLY, 0.7));

        assertThat(conflict(settled)).isEqualTo(FeatureValue.of(0));
        assertThat(conflict(colleagues)).isEqualTo(FeatureValue.of(0.8));
    }

    @Test
    void aBlockerResistsWithoutAWord() {
        var history = AccountStory.of("""
            ana: VP
            ana is BLOCKER on deal 30d ago
            """).history();

        assertThat(conflict(history)).isEqualTo(FeatureValue.of(0.5));
        assertThat(Stories.evidence(ID, history, StageSpells.NONE).items())
                .containsExactly(new EvidenceItem.Seat(CommitteeRole.BLOCKER, 0, List.of(person("ana"))));
    }

    @Test
    void nobodyKnownIsMissing() {
        assertThat(Stories.value(ID, "ana: elsewhere")).isEqualTo(FeatureValue.missing());
    }

    private static FeatureValue conflict(AccountHistory history) {
        return Stories.value(ID, history, StageSpells.NONE);
    }

    private static AccountHistory story(SignalReading... readings) {
        return AccountStory.of(TALK).and(readings).history();
    }

    /** What was heard in the action of a line. */
    private static SignalReading heard(int line, ConversationSignal signal, double confidence) {
        return new SignalReading(
                new EngagementId("story:line-" + line),
                new ExtractorVersion("rules", "1"),
                List.of(new Signal(signal, Optional.empty(), confidence)),
                AccountStory.account().time());
    }
}
