package io.caucus.scoring.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountTargetTest {

    private static final AccountTarget CONVERTS = AccountTarget.CONVERTS;

    @Test
    void itAsksAboutWhoHasPeopleAndHasNotBoughtForAYear() {
        assertThat(CONVERTS.asksAbout(told("ana: MANAGER"))).isTrue();
        assertThat(CONVERTS.asksAbout(told("ana: MANAGER\ndeal enters Won 366d ago")))
                .isTrue();
        assertThat(CONVERTS.asksAbout(told("ana: MANAGER\ndeal enters Lost 5d ago")))
                .isTrue();
    }

    @Test
    void itDoesNotAskAboutCustomersOrWhereNobodyIsKnown() {
        assertThat(CONVERTS.asksAbout(told("ana: MANAGER\ndeal enters Won 364d ago")))
                .isFalse();
        assertThat(CONVERTS.asksAbout(told("deal enters Proposal 5d ago"))).isFalse();
        assertThat(CONVERTS.asksAbout(told("ana: MANAGER from 90d ago to 5d ago")))
                .isFalse();
    }

    @Test
    void aWinIsWhenTheOpportunityCameIntoTheStageItIsIn() {
        var account = told("""
                deal enters Proposal 40d ago
                deal enters Won 30d ago
                other enters Won 20d ago
                other enters Lost 10d ago
                """);

        assertThat(AccountTarget.wins(account)).containsExactly(RandomWorlds.NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void theOutcomeOfARowIsTheFirstWinAfterIt() {
        var outcomes = new Outcomes();
        outcomes.note(told("deal enters Won 30d ago\nother enters Won 20d ago"));
        var first = RandomWorlds.NOW.minus(Duration.ofDays(30));

        assertThat(outcomes.after(row(first.minusMillis(1)))).contains(first);
        assertThat(outcomes.after(row(first))).contains(first.plus(Duration.ofDays(10)));
        assertThat(outcomes.after(row(RandomWorlds.NOW))).isEmpty();
    }

    @Test
    void nothingCameOfAnAccountThatIsNotNoted() {
        assertThat(new Outcomes().after(row(RandomWorlds.NOW))).isEmpty();
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

    private static FeatureVector row(Instant asOf) {
        return new FeatureVector(AccountStory.account().id(), new AsOf(asOf), "version", new TreeMap<>());
    }
}
