package io.caucus.scoring.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTargetTest {

    private static final AccountTarget CONVERTS = AccountTarget.CONVERTS;

    @Test
    void itAsksAboutWhoHasPeopleAndHasNotBoughtForAYear() {
        assertThat(CONVERTS.asks(told("ana: MANAGER"))).hasSize(1);
        assertThat(CONVERTS.asks(told("ana: MANAGER\ndeal enters Won 366d ago")))
                .hasSize(1);
        assertThat(CONVERTS.asks(told("ana: MANAGER\ndeal enters Lost 5d ago"))).hasSize(1);
    }

    @Test
    void itDoesNotAskAboutCustomersOrWhereNobodyIsKnown() {
        assertThat(CONVERTS.asks(told("ana: MANAGER\ndeal enters Won 364d ago")))
                .isEmpty();
        assertThat(CONVERTS.asks(told("deal enters Proposal 5d ago"))).isEmpty();
        assertThat(CONVERTS.asks(told("ana: MANAGER from 90d ago to 5d ago"))).isEmpty();
    }

    @Test
    void aWinIsWhenTheOpportunityCameIntoTheStageItIsIn() {
        var account = told("""
                deal enters Proposal 40d ago
                deal enters Won 30d ago
                other enters Won 20d ago
                other enters Lost 10d ago
                """);

        assertThat(Outcomes.wins(account)).containsExactly(FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(30))));
    }

    @Test
    void itComesTrueWithTheFirstWinAfterIt() {
        var story = AccountStory.of("ana: MANAGER\ndeal enters Won 30d ago\nother enters Won 20d ago");
        var outcomes = outcomes(story);
        var first = RandomWorlds.NOW.minus(Duration.ofDays(30));

        assertThat(CONVERTS.cameTrue(asked(story, first.minusMillis(1)), outcomes))
                .contains(first);
        assertThat(CONVERTS.cameTrue(asked(story, first), outcomes)).contains(first.plus(Duration.ofDays(10)));
        assertThat(CONVERTS.cameTrue(asked(story, RandomWorlds.NOW), outcomes)).isEmpty();
    }

    @Test
    void aWinThatNobodyKnewOfYetCameTrueBeforeTheCutoff() {
        var won = RandomWorlds.NOW.minus(Duration.ofDays(30));
        var story = AccountStory.of("ana: MANAGER\ndeal enters Proposal 40d ago")
                .and(new StageChange(
                        AccountStory.opportunity("deal"),
                        "Won",
                        Outcome.WON,
                        new FactTime(won, won.plus(Duration.ofDays(5)))));

        assertThat(CONVERTS.cameTrue(asked(story, won.plus(Duration.ofDays(4))), outcomes(story)))
                .contains(won);
        assertThat(CONVERTS.cameTrue(asked(story, won.plus(Duration.ofDays(5))), outcomes(story)))
                .isEmpty();
    }

    @Test
    void nothingCameOfAnAccountThatIsNotNoted() {
        assertThat(CONVERTS.cameTrue(asked(AccountStory.of("ana: MANAGER"), RandomWorlds.NOW), new Outcomes()))
                .isEmpty();
    }

    @Test
    void aHorizonOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountTarget("account.never", Duration.ZERO, Duration.ofDays(1)))
                .withMessageContaining("account.never has the horizon PT0S");
    }

    private static AccountHistory told(String story) {
        return AccountStory.of(story).history();
    }

    private static Outcomes outcomes(AccountStory story) {
        var outcomes = new Outcomes();
        outcomes.note(story.history());
        return outcomes;
    }

    /** Whatever the target asks about as of then; should it not, a question about the account all the same. */
    private static Asked asked(AccountStory story, Instant asOf) {
        var history = story.history(new AsOf(asOf));
        return new Asked(history, Optional.empty(), asOf, List.of());
    }
}
