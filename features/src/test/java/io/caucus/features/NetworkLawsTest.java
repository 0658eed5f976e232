package io.caucus.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.network.Network;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.testkit.MarketOracle;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every feature obeys that is told of all accounts together, on two hundred random worlds of a few accounts each. Deleted are, of a way
 * to a win and of a similar account, the opportunities, and of a central investor its investments.
 */
class NetworkLawsTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();
    private static final AsOf NOW = Network.instant(new AsOf(RandomWorlds.NOW));
    private static final int ACCOUNTS = 6;

    /** Among few neighbours, when some go others take their place. */
    private static final Set<String> OF_FEW_STEPS = Set.of("network.similar_win_rate");

    private static final Set<String> WHOLE_GRAPH = Set.of(
            "network.investor_centrality_degree",
            "network.investor_centrality_degree_recent",
            "network.investor_centrality_eigenvector",
            "network.investor_centrality_eigenvector_recent",
            "network.investor_exit_rates",
            "network.investor_exits",
            "network.investor_exits_decayed",
            "network.investor_exits_most",
            "network.ppr_from_wins",
            "network.ppr_from_wins_per_degree",
            "network.similar_win_rate");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatHappenedOrBecameKnownLaterChangesNothing(long seed) {
        var past = new AsOf(NOW.instant().minus(Duration.ofDays(new SplittableRandom(seed).nextInt(150))));
        var facts = facts(seed);
        var seenThen = facts.stream().filter(fact -> past.sees(fact.time())).toList();

        assertThat(values(MarketOracle.market(past, seenThen))).isEqualTo(values(MarketOracle.market(past, facts)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neitherOrderNorRepetitionChangesAnything(long seed) {
        var facts = facts(seed);
        var twice = RandomWorlds.shuffled(
                Stream.concat(facts.stream(), facts.stream()).toList(), new SplittableRandom(seed));

        assertThat(values(market(twice))).isEqualTo(values(market(facts)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void askedAloneAnAccountIsToldTheSameAsAmongAll(long seed) {
        var market = market(facts(seed));
        var among = values(market);

        accounts()
                .forEach(account ->
                        assertThat(values(account, CATALOGUE.network(market))).isEqualTo(among.get(account)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatBecameOfItsOwnOpportunitiesChangesNothing(long seed) {
        var facts = facts(seed);
        var account = RandomWorlds.account(seed % ACCOUNTS);
        var own = facts.stream()
                .filter(fact ->
                        fact instanceof Opportunity deal && deal.account().equals(account))
                .map(fact -> ((Opportunity) fact).id())
                .collect(Collectors.toSet());

        var before = values(account, CATALOGUE.network(market(facts)));
        var after = values(account, CATALOGUE.network(market(withoutOutcomes(facts, own))));

        assertThat(amounts(after)).containsExactly(amounts(before), within(1e-6));
    }

    private static List<Fact> withoutOutcomes(List<Fact> facts, Set<OpportunityId> opportunities) {
        return facts.stream()
                .filter(fact -> !(fact instanceof StageChange change && opportunities.contains(change.opportunity())))
                .toList();
    }

    /** −1 for what is missing. */
    private static double[] amounts(SortedMap<String, FeatureValue> values) {
        return values.values().stream()
                .mapToDouble(value -> value.findAmount().orElse(-1))
                .toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingAnybodyDidChangesAnything(long seed) {
        var facts = facts(seed);
        var quiet = facts.stream().filter(fact -> !(fact instanceof Engagement)).toList();

        assertThat(values(market(quiet))).isEqualTo(values(market(facts)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void deletingWhatIsCitedChangesTheValue(long seed) {
        var facts = facts(seed);
        var account = RandomWorlds.account(seed % ACCOUNTS);

        for (var explained : explained(account, CATALOGUE.network(market(facts)))) {
            var cited = new EvidenceTest.Cited(explained.evidence().items());
            if (cited.isSomething() && explained.evidence().totalCount() <= Evidence.MOST_ITEMS) {
                var without =
                        facts.stream().filter(fact -> !cited.includes(fact)).toList();
                assertThat(what(explained.definition().id(), account, without))
                        .as("%s without %s", explained.definition().id(), explained.evidence())
                        .isNotEqualTo(what(explained.definition().id(), account, facts));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsMoreThanZeroCitesSomethingAndWhatIsMissingNothing(long seed) {
        var network = CATALOGUE.network(market(facts(seed)));
        var all = accounts()
                .flatMap(account -> explained(account, network).stream())
                .toList();

        assertThat(all)
                .filteredOn(explained -> explained.value().findAmount().orElse(0) > 0)
                .allSatisfy(
                        explained -> assertThat(explained.evidence().items()).isNotEmpty());
        assertThat(all)
                .filteredOn(explained -> explained.value().equals(FeatureValue.missing()))
                .allSatisfy(explained -> assertThat(explained.evidence()).isEqualTo(Evidence.NONE));
    }

    /** What has to change: the value, of a number with few steps the evidence with it. */
    private static Object what(String feature, AccountId account, List<Fact> facts) {
        return explained(account, CATALOGUE.network(market(facts))).stream()
                .filter(explained -> explained.definition().id().equals(feature))
                .map(explained -> OF_FEW_STEPS.contains(feature) ? explained : explained.value())
                .findFirst()
                .orElseThrow();
    }

    private static List<Fact> facts(long seed) {
        return RandomWorlds.accounts(seed, ACCOUNTS);
    }

    private static Market market(List<Fact> facts) {
        return MarketOracle.market(NOW, facts);
    }

    private static Stream<AccountId> accounts() {
        return IntStream.range(0, ACCOUNTS).mapToObj(RandomWorlds::account);
    }

    private static SortedMap<AccountId, SortedMap<String, FeatureValue>> values(Market market) {
        var network = CATALOGUE.network(market);
        var values = new TreeMap<AccountId, SortedMap<String, FeatureValue>>();
        accounts().forEach(account -> values.put(account, values(account, network)));
        return values;
    }

    private static SortedMap<String, FeatureValue> values(AccountId account, Network network) {
        var values = new TreeMap<String, FeatureValue>();
        explained(account, network)
                .forEach(explained -> values.put(explained.definition().id(), explained.value()));
        return values;
    }

    /** Of the account itself nothing is told. */
    private static List<ExplainedFeature> explained(AccountId account, Network network) {
        var told = new Account(account, "", Optional.empty(), FactTime.at(Instant.EPOCH));
        var history = AccountHistory.of(told, new AsOf(RandomWorlds.NOW), List.of());
        return CATALOGUE.explain(history, Peers.NONE, network).stream()
                .filter(explained -> WHOLE_GRAPH.contains(explained.definition().id()))
                .toList();
    }
}
