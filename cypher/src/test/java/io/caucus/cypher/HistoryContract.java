package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.UnknownAccount;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.HistoryOracle;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again, bit for bit, as it was known at any instant. */
abstract class HistoryContract extends GraphContract {

    private static final int ACCOUNTS = 3;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 16);
    }

    static LongStream seedsOfRetoldWorlds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyHistoryIsTheOneTheSlowAndObviousWayFinds(long seed) {
        var facts = RandomWorlds.accounts(seed, ACCOUNTS);
        var random = new SplittableRandom(seed);
        deliver(neo4j().factWriter(), facts, random);

        for (AsOf asOf : instants(random)) {
            for (int number = 0; number < ACCOUNTS; number++) {
                var account = RandomWorlds.account(number);
                assertThat(neo4j().accountGraph().history(account, asOf))
                        .isEqualTo(HistoryOracle.history(account, asOf, facts));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsOfRetoldWorlds")
    void namesAddressesAndEndsAreThoseThatHadBeenToldByThen(long seed) {
        var facts = RandomWorlds.retoldAccounts(seed, ACCOUNTS);
        var random = new SplittableRandom(seed);
        deliver(neo4j().factWriter(), facts, random);

        for (AsOf asOf : instants(random)) {
            for (int number = 0; number < ACCOUNTS; number++) {
                var account = RandomWorlds.account(number);
                assertThat(neo4j().accountGraph().history(account, asOf))
                        .isEqualTo(HistoryOracle.history(account, asOf, facts));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsOfRetoldWorlds")
    void accountsThatWereDeletedByThenAreUnknown(long seed) {
        var facts = accountsThatComeAndGo(seed);
        var random = new SplittableRandom(seed);
        deliver(neo4j().factWriter(), facts, random);

        for (AsOf asOf : instants(random)) {
            var undeleted = histories(facts, asOf);
            var met = new ArrayList<AccountHistory>();
            neo4j().accountGraph().forEachHistory(asOf, met::add);

            assertThat(neo4j().accountGraph().histories(accounts(), asOf)).isEqualTo(undeleted);
            assertThat(met).isEqualTo(List.copyOf(undeleted.values()));
        }
    }

    /** Else accounts that are always there would pass for some that come and go. */
    @Test
    void randomAccountsAreDeletedAndRestored() {
        var counts = seedsOfRetoldWorlds()
                .mapToObj(seed -> instants(new SplittableRandom(seed)).stream()
                        .map(asOf ->
                                histories(accountsThatComeAndGo(seed), asOf).keySet())
                        .distinct()
                        .count())
                .toList();

        assertThat(counts).anyMatch(sets -> sets > 1);
    }

    private static List<Fact> accountsThatComeAndGo(long seed) {
        var facts = new ArrayList<>(RandomWorlds.retoldAccounts(seed, ACCOUNTS));
        facts.addAll(RandomWorlds.deletions(seed, facts));
        return facts;
    }

    private static SortedMap<AccountId, AccountHistory> histories(List<Fact> facts, AsOf asOf) {
        var undeleted = HistoryOracle.undeleted(facts, asOf);
        var histories = new TreeMap<AccountId, AccountHistory>();
        accounts().stream()
                .filter(account -> undeleted.stream()
                        .anyMatch(fact ->
                                fact instanceof Account told && told.id().equals(account)))
                .forEach(account -> histories.put(account, HistoryOracle.history(account, asOf, facts)));
        return histories;
    }

    private static List<AccountId> accounts() {
        return IntStream.range(0, ACCOUNTS).mapToObj(RandomWorlds::account).toList();
    }

    @Test
    void historiesOfSeveralAccountsAreTheHistoriesOfEach() {
        var facts = RandomWorlds.accounts(7, ACCOUNTS);
        var asOf = new AsOf(RandomWorlds.NOW);
        write(facts);

        var accounts = List.of(RandomWorlds.account(2), RandomWorlds.account(0), RandomWorlds.account(99));
        var histories = neo4j().accountGraph().histories(accounts, asOf);

        assertThat(histories)
                .containsOnlyKeys(RandomWorlds.account(0), RandomWorlds.account(2))
                .allSatisfy((account, history) ->
                        assertThat(history).isEqualTo(HistoryOracle.history(account, asOf, facts)));
    }

    @Test
    void aPassOverAllAccountsMeetsEachOnceInTheOrderOfKeys() {
        var facts = RandomWorlds.accounts(8, 5);
        var asOf = new AsOf(RandomWorlds.NOW);
        write(facts);

        var met = new ArrayList<AccountHistory>();
        neo4j().accountGraph().forEachHistory(asOf, met::add);

        assertThat(met)
                .isEqualTo(Stream.of(0, 1, 2, 3, 4)
                        .map(number -> HistoryOracle.history(RandomWorlds.account(number), asOf, facts))
                        .toList());
    }

    @Test
    void anAccountIsUnknownBeforeItWasKnown() {
        write(RandomWorlds.accounts(9, 1));
        var tooEarly = new AsOf(RandomWorlds.NOW.minus(Duration.ofDays(2000)));

        assertThatExceptionOfType(UnknownAccount.class)
                .isThrownBy(() -> neo4j().accountGraph().history(RandomWorlds.account(0), tooEarly))
                .withMessageContaining("No account 'random:a0' in the graph as of " + tooEarly);
    }

    private static List<AsOf> instants(SplittableRandom random) {
        var instants = new ArrayList<AsOf>();
        instants.add(new AsOf(RandomWorlds.NOW));
        for (int more = 0; more < 3; more++) {
            instants.add(new AsOf(RandomWorlds.NOW.minus(
                    Duration.ofMillis(random.nextLong(Duration.ofDays(200).toMillis())))));
        }
        return instants;
    }
}
