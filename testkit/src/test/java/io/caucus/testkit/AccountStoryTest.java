package io.caucus.testkit;

import static io.caucus.testkit.AccountStory.asOf;
import static io.caucus.testkit.AccountStory.opportunity;
import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountStoryTest {

    @Test
    void aPersonHasASeniorityAFunctionAndDates() {
        var history = AccountStory.of("""
                ana: VP ENGINEERING
                bo: MANAGER from 90d ago to 5d ago
                cy: elsewhere
                """).history();

        assertThat(history.employed()).containsExactly(person("ana"));
        assertThat(history.employmentOf(person("ana"))).hasValueSatisfying(job -> {
            assertThat(job.seniority()).isEqualTo(Seniority.VP);
            assertThat(job.function()).isEqualTo(JobFunction.ENGINEERING);
        });
        assertThat(history.employments()).hasSize(2);
    }

    @Test
    void anActionHasThoseWhoDidItAndThoseItReached() {
        var engagement = only("""
                ana: VP ENGINEERING
                bo: elsewhere
                cy: elsewhere
                ana forwards to bo, cy 2d 4h ago
                """);

        assertThat(engagement.kind()).isEqualTo(EngagementKind.FORWARD);
        assertThat(engagement.side()).isEqualTo(ActorSide.BUYER);
        assertThat(engagement.performedBy()).containsExactly(person("ana"));
        assertThat(engagement.addressedTo()).containsExactly(person("bo"), person("cy"));
        assertThat(engagement.time().occurredAt()).isEqualTo(RandomWorlds.NOW.minus(Duration.ofHours(52)));
    }

    @Test
    void whatWeDoIsASellersAction() {
        var engagement = only("""
                ana: VP
                we mail ana 5d ago, learned 1d ago
                """);

        assertThat(engagement.side()).isEqualTo(ActorSide.SELLER);
        assertThat(engagement.addressedTo()).containsExactly(person("ana"));
        assertThat(engagement.users()).containsExactly(AccountStory.us());
        assertThat(engagement.time().knownAt()).isEqualTo(asOf("1d ago").instant());
    }

    @Test
    void aPersonOfOursMayTakePartInABuyersAction() {
        var engagement = only("""
                ana: VP
                bo: elsewhere
                ana, bo meet with us 1d ago
                """);

        assertThat(engagement.performedBy()).containsExactly(person("ana"), person("bo"));
        assertThat(engagement.addressedTo()).isEmpty();
        assertThat(engagement.users()).containsExactly(AccountStory.us());
    }

    @Test
    void aTimeIsNeverTakenForTheNameOfAPerson() {
        var engagement = only("""
                ana: VP
                ana visits 1d 12h ago
                """);

        assertThat(engagement.addressedTo()).isEmpty();
        assertThat(engagement.time().occurredAt()).isEqualTo(asOf("1d 12h ago").instant());
    }

    @Test
    void anActionMayBeExcluded() {
        var engagement = only("""
                ana: VP
                ana visits pricing 20m ago, excluded BOT_OPEN
                """);

        assertThat(engagement.kind()).isEqualTo(EngagementKind.PRICING_VISIT);
        assertThat(engagement.excluded()).contains(Exclusion.BOT_OPEN);
    }

    @Test
    void anOpportunityRunsThroughStagesAndHasRoles() {
        var story = AccountStory.of("""
                ana: VP
                deal enters Discovery 40d ago
                deal enters Won 1d ago
                ana is CHAMPION on deal 30d ago
                """);

        assertThat(story.history().stageOf(opportunity("deal")))
                .map(StageChange::outcome)
                .contains(Outcome.WON);
        assertThat(story.history(asOf("2d ago")).stageOf(opportunity("deal")))
                .map(StageChange::stage)
                .contains("Discovery");
        assertThat(story.history().roles()).singleElement().satisfies(role -> {
            assertThat(role.role()).isEqualTo(CommitteeRole.CHAMPION);
            assertThat(role.person()).isEqualTo(person("ana"));
        });
    }

    @Test
    void aLineThatIsNoSentenceIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountStory.of("""
                        ana: VP
                        ana ponders 3d ago
                        """))
                .withMessageStartingWith("line 2 of the story, 'ana ponders 3d ago': is no sentence");
    }

    @Test
    void somebodyWhoWasNeverIntroducedIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountStory.of("zoe replies 3d ago"))
                .withMessageContaining("nobody introduced 'zoe'");
    }

    private static Engagement only(String text) {
        return AccountStory.of(text).history().engagements().getFirst();
    }
}
