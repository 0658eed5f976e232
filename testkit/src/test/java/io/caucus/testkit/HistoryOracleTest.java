package io.caucus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two ways from what was told to what was known: the one that runs and the slow and obvious one. */
class HistoryOracleTest {

    private static final int ACCOUNTS = 2;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aHistoryIsWhatTheSlowAndObviousWayFinds(long seed) {
        var facts = RandomWorlds.retoldAccounts(seed, ACCOUNTS);
        var random = new SplittableRandom(seed);

        for (int question = 0; question < 10; question++) {
            var asOf = instant(random);
            for (int number = 0; number < ACCOUNTS; number++) {
                var account = RandomWorlds.account(number);
                var told = HistoryOracle.concerning(account, asOf, facts);
                var history = HistoryOracle.history(account, asOf, facts);
                assertThat(AccountHistory.of(account, asOf, told).within(history.surroundings()))
                        .isEqualTo(history);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatCannotBeSeenYetChangesNothing(long seed) {
        var facts = RandomWorlds.retoldAccounts(seed, ACCOUNTS);
        var asOf = instant(new SplittableRandom(seed));
        var account = RandomWorlds.account(0);
        var told = HistoryOracle.concerning(account, asOf, facts);
        var seen = told.stream().filter(fact -> asOf.sees(fact.time())).toList();

        assertThat(AccountHistory.of(account, asOf, seen)).isEqualTo(AccountHistory.of(account, asOf, told));
    }

    @Test
    void thereAreNamesThatChangeValuesTakenAwayAndPartsToldAlone() {
        var histories = seeds().boxed()
                .flatMap(seed -> LongStream.of(0, 200)
                        .mapToObj(days -> HistoryOracle.history(
                                RandomWorlds.account(0),
                                new AsOf(RandomWorlds.NOW.minus(Duration.ofDays(days))),
                                RandomWorlds.retoldAccounts(seed, ACCOUNTS))))
                .toList();

        assertThat(histories)
                .anyMatch(history -> history.account().name().startsWith("Account №"))
                .anyMatch(history -> history.account().name().startsWith("told"))
                .anyMatch(history -> history.account().name().isEmpty())
                .anyMatch(history -> history.people().stream()
                        .anyMatch(person -> person.email()
                                .filter(mail -> mail.startsWith("told"))
                                .isPresent()));
        assertThat(RandomWorlds.retoldAccounts(1, ACCOUNTS).stream().<Fact>map(fact -> fact))
                .hasSizeGreaterThan(RandomWorlds.accounts(1, ACCOUNTS).size());
    }

    private static AsOf instant(SplittableRandom random) {
        return new AsOf(RandomWorlds.NOW.minus(
                Duration.ofMillis(random.nextLong(Duration.ofDays(220).toMillis()))));
    }
}
