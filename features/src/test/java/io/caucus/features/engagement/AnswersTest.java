package io.caucus.features.engagement;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.EvidenceItem.Answer;
import io.caucus.features.EvidenceItem.NotCounted;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.testkit.AccountStory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the account does in answer to us, and by itself. */
class AnswersTest {

    private static final String LATENCY = "engagement.reply_latency_hours";
    private static final String FORWARDS = "engagement.forwards_30d";
    private static final String HAND = "engagement.hand_raise";
    private static final String EXCLUDED = "engagement.excluded_30d";

    /** Ana took 48 hours from our first mail, Bo 24. */
    @Test
    void latencyIsTheMedianFromOurFirstOpenMail() {
        var story = """
                ana: VP
                bo: VP
                we mail ana 10d ago
                we mail ana 9d ago
                ana replies to us 8d ago
                we mail bo 5d ago
                bo mails us 4d ago
                """;

        assertThat(amount(LATENCY, story)).isEqualTo(36);
        assertThat(evidence(LATENCY, story)).hasSize(2).first().isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.person()).isEqualTo(person("bo"));
            assertThat(answer.latency()).isEqualTo(Duration.ofDays(1));
        });
    }

    @Test
    void aSecondReplyToTheSameMailIsNoAnswer() {
        assertThat(amount(LATENCY, """
                ana: VP
                we mail ana 10d ago
                ana replies to us 9d ago
                ana replies to us 2d ago
                """)).isEqualTo(24);
    }

    @Test
    void whatTheyWriteUnaskedOrAfterAMonthIsNoAnswer() {
        assertThat(value(LATENCY, """
                ana: VP
                bo: VP
                we mail ana 40d ago
                we call bo 5d ago
                ana replies to us 10d ago
                bo replies to us 4d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void aMailPassedOnToAColleagueIsAForward() {
        assertThat(amount(FORWARDS, """
                ana: VP
                bo: VP
                cy: elsewhere
                ana forwards to bo 2d ago
                ana forwards to cy 3d ago
                ana forwards to bo 31d ago
                """)).isEqualTo(1);
    }

    @Test
    void soIsWhatASourceSaysWasForwarded() {
        var story = AccountStory.of("""
                ana: VP
                bo: VP
                ana downloads 2d ago
                """);
        var download = new EngagementId("story:line-3");
        var passedOn = new Link(
                LinkType.FORWARDED,
                person("ana").ref(),
                person("bo").ref(),
                Optional.of(download),
                Map.of(),
                FactTime.at(AccountStory.asOf("1d ago").instant()),
                Optional.empty());

        assertThat(Stories.value(FORWARDS, story.history(), StageSpells.NONE)).isEqualTo(FeatureValue.of(0));
        assertThat(Stories.value(FORWARDS, story.and(passedOn).history(), StageSpells.NONE))
                .isEqualTo(FeatureValue.of(1));
    }

    @Test
    void aFormAndAQuestionForThePriceRaiseTheHand() {
        assertThat(amount(HAND, """
                ana: VP
                ana fills form 29d ago
                """)).isEqualTo(1);
        assertThat(amount(HAND, """
                ana: VP
                ana replies to us 3d ago, saying ASKS_PRICE
                """)).isEqualTo(1);
    }

    @Test
    void whatTheySaidWhenWeCalledDoesNot() {
        assertThat(amount(HAND, """
                ana: VP
                ana visits 4d ago
                we call ana 3d ago, saying ASKS_PRICE
                """)).isZero();
    }

    @Test
    void whatDoesNotCountIsCounted() {
        var story = """
                ana: VP
                ana visits 1d ago, excluded BOT_OPEN
                we mail ana 2d ago, excluded BULK_MAIL
                ana visits 3d ago
                ana visits 30d ago, excluded BOT_OPEN
                """;

        assertThat(amount(EXCLUDED, story)).isEqualTo(2);
        assertThat(evidence(EXCLUDED, story))
                .extracting(item -> ((NotCounted) item).reason())
                .containsExactly(Exclusion.BOT_OPEN, Exclusion.BULK_MAIL);
    }
}
