package io.caucus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.scoring.explanation.Change;
import io.caucus.scoring.explanation.Change.Somebody;
import io.caucus.testkit.AccountStory;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupposedTest {

    private static final PersonId ANA = AccountStory.person("ana");

    private final Supposed grammar = new Supposed(AccountStory.of("""
        ana: VP ENGINEERING
        bo: MANAGER FINANCE
        """).history());

    @Test
    void somebodyIsLostByRoleByNameOrByKey() {
        assertThat(grammar.read("lose champion")).isEqualTo(new Change.LoseChampion());
        assertThat(grammar.read("lose Ana")).isEqualTo(new Change.LosePerson(ANA));
        assertThat(grammar.read(" lose  story:ana ")).isEqualTo(new Change.LosePerson(ANA));
    }

    @Test
    void aSeatIsFilledBySomebodyNewInAPositionOrBySomebodyKnown() {
        assertThat(grammar.read("fill economic buyer"))
                .isEqualTo(filled(new Somebody.Hired(Seniority.UNKNOWN, JobFunction.UNKNOWN)));
        assertThat(grammar.read("fill ECONOMIC_BUYER as vp finance"))
                .isEqualTo(filled(new Somebody.Hired(Seniority.VP, JobFunction.FINANCE)));
        assertThat(grammar.read("fill economic-buyer as human resources"))
                .isEqualTo(filled(new Somebody.Hired(Seniority.UNKNOWN, JobFunction.HUMAN_RESOURCES)));
        assertThat(grammar.read("fill economic buyer as cxo"))
                .isEqualTo(filled(new Somebody.Hired(Seniority.CXO, JobFunction.UNKNOWN)));
        assertThat(grammar.read("fill economic buyer with ana")).isEqualTo(filled(new Somebody.Known(ANA)));
    }

    @Test
    void aMeetingIsWithAFunctionASeatOrAPersonAndMayHaveADay() {
        assertThat(grammar.read("meet finance"))
                .isEqualTo(new Change.AddMeeting(new Somebody.OfFunction(JobFunction.FINANCE), Optional.empty()));
        assertThat(grammar.read("meet seat technical evaluator on 2026-05-30"))
                .isEqualTo(new Change.AddMeeting(
                        new Somebody.OnSeat(CommitteeRole.TECHNICAL_EVALUATOR),
                        Optional.of(Instant.parse("2026-05-30T23:59:59.999Z"))));
        assertThat(grammar.read("meet ana on 2026-06-01"))
                .isEqualTo(new Change.AddMeeting(
                        new Somebody.Known(ANA), Optional.of(Instant.parse("2026-06-01T12:00:00Z"))));
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedWithWhatCan() {
        refused(
                "win the deal",
                "--what-if 'win the deal' begins with none of lose, fill, meet. For example: \"lose champion\";"
                        + " ./caucus explain --help has all.");
        refused(
                "lose cy",
                "Nobody at account 'story:acme' is called 'cy' as of 2026-06-01T12:00:00Z. Those who work there: ana,"
                        + " bo.");
        refused(
                "fill boss",
                "--what-if: 'boss' is no role. There are economic buyer, decision maker, executive sponsor, champion,"
                        + " coach, technical evaluator, influencer, end user, procurement, legal security, gatekeeper,"
                        + " blocker, unknown.");
        refused(
                "meet ana on monday",
                "--what-if: 'monday' is no instant; write a day (2026-11-01, its end is meant) or"
                        + " 2026-11-01T09:00:00Z");
    }

    private static Change filled(Somebody by) {
        return new Change.FillSeat(CommitteeRole.ECONOMIC_BUYER, by);
    }

    private void refused(String text, String message) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> grammar.read(text))
                .withMessage(message);
    }
}
