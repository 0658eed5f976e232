package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.HistoryOracle;
import io.caucus.testkit.MarketOracle;
import io.caucus.testkit.PeersOracle;
import io.caucus.world.World;
import io.caucus.world.WorldSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedHistoriesTest {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Pattern STORY = Pattern.compile("world:acct-00[1-8]");

    /** Without the stories, one of which takes the oracle longer than all others, and without what others have to do with them. */
    private static final List<Fact> FACTS = facts();

    private static List<Fact> facts() {
        var world = World.generate(new WorldSettings(3, 40, WorldBench.END));
        var things = world.records().limit(60).flatMap(record -> record.facts().stream());
        return Stream.concat(
                        things.filter(Thing.class::isInstance),
                        world.accounts()
                                .skip(WorldSettings.STORY_ACCOUNTS)
                                .flatMap(account -> account.records().stream())
                                .flatMap(record -> record.facts().stream()))
                .<Fact>map(fact -> fact)
                .filter(fact -> !STORY.matcher(fact.toString()).find())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 94, 216})
    void theyAreThoseOfTheSlowOracle(int daysBeforeTheEnd) {
        var asOf = new AsOf(WorldBench.END.minus(Duration.ofDays(daysBeforeTheEnd)));

        var histories = RecordedHistories.asOf(asOf, FACTS);

        assertThat(histories)
                .hasSize(32)
                .extracting(history -> history.account().id())
                .isSorted();
        assertThat(histories).anyMatch(history -> !history.surroundings().wins().isEmpty());
        assertThat(histories)
                .allSatisfy(history -> assertThat(history)
                        .isEqualTo(HistoryOracle.history(history.account().id(), asOf, FACTS)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 94, 216})
    void whatIsGatheredOfAllIsWhatTheSlowOracleGathers(int daysBeforeTheEnd) {
        var asOf = new AsOf(WorldBench.END.minus(Duration.ofDays(daysBeforeTheEnd)));
        var peers = new GatheredPeers(WINDOW);
        var market = new GatheredMarket(asOf);

        for (AccountHistory history : RecordedHistories.alone(asOf, FACTS)) {
            peers.add(history);
            market.add(history);
        }

        assertThat(peers.peers()).isEqualTo(PeersOracle.peers(asOf, WINDOW, FACTS));
        assertThat(market.market()).isEqualTo(MarketOracle.market(asOf, FACTS));
    }

    @Test
    void anAccountThatIsNotKnownYetHasNone() {
        var known = FACTS.stream()
                .filter(Account.class::isInstance)
                .map(fact -> fact.time().knownAt())
                .min(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(RecordedHistories.asOf(new AsOf(known.minusMillis(1)), FACTS))
                .isEmpty();
    }
}
