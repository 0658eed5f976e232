package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.features.network.Network;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.ProductUse;
import io.caucus.graphmodel.StageOrder;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.StageSpells.Spell;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.HistoryOracle;
import io.caucus.testkit.MarketOracle;
import io.caucus.testkit.PeersOracle;
import io.caucus.testkit.RandomMerges;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;

/**
 * Two ways to every number, written apart: Java over a history and Cypher over the graph. They agree on every third account of
 * random worlds, now and at a past instant: to the bit, but for what logarithms, powers and long products round.
 */
@Tag("neo4j")
class FeatureOracleTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();
    private static final int ACCOUNTS = 40;
    private static final Duration WINDOW = CATALOGUE.parameters().product().window();
    private static final double ROUNDING = 1e-12;

    /**
     * Cypher cannot draw what Java drew by a seed, nor iterate over the whole graph until nothing moves, and of neither anything is kept
     * that could be summed; so nothing recomputes them.
     */
    private static final Set<String> WITHOUT_STATEMENT = Set.of(
            "champion.kind",
            "champion.lift",
            "champion.lift_p",
            "committee.coordination_p",
            "committee.stage",
            "network.investor_centrality_eigenvector",
            "network.investor_centrality_eigenvector_recent",
            "network.ppr_from_wins",
            "network.ppr_from_wins_per_degree",
            "network.similar_win_rate");

    /** Ratios that are made of exponentials or of long sums of quotients. */
    private static final Set<String> ROUNDED =
            Set.of("committee.betweenness_centralization", "committee.live_completeness");

    private static final List<Double> TWENTY = Collections.nCopies(20, 0.5);

    /** Enough of them for every stage that random opportunities run through. */
    private static final Peers PEERS = new Peers(
            new StageSpells(new TreeMap<>(Stream.of("Discovery", "Qualification", "Proposal", "Negotiation")
                    .collect(Collectors.toMap(stage -> stage, stage -> Collections.nCopies(20, new Spell(30, true)))))),
            StageOrder.NONE,
            new ProductUse(TWENTY, TWENTY, TWENTY));

    static LongStream seeds() {
        return LongStream.of(1, 3);
    }

    static Stream<String> features() {
        return CATALOGUE.definitions().stream().map(FeatureDefinition::id);
    }

    /** Each world is written once and asked three times, since writing it takes as long as asking. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void javaAndCypherAgreeOnWhatIsToldThenMergedThenDeleted(long seed) {
        var facts = new ArrayList<>(RandomWorlds.accounts(seed, ACCOUNTS));
        var merges = RandomMerges.of(seed, facts, ACCOUNTS / 4);
        var disagreements = RandomMerges.disagreements(seed, facts, merges);
        var deletions = RandomWorlds.deletions(seed, facts);
        SharedServer.get().wipe();
        try (var neo4j = SharedServer.get().open()) {
            write(neo4j, "told", facts);
            assertAgreement(neo4j, seed, facts, List.of());

            write(neo4j, "disagreements", disagreements);
            facts.addAll(disagreements);
            merges.forEach(neo4j.identityStore()::keep);
            assertAgreement(neo4j, seed, facts, merges);

            write(neo4j, "deletions", deletions);
            facts.addAll(deletions);
            assertAgreement(neo4j, seed, facts, merges);
        }
    }

    /** Of everything that is read: what accounts are compared with, the graph of all accounts, and each statement's value. */
    private static void assertAgreement(Neo4j neo4j, long seed, List<Fact> facts, List<Merge> merges) {
        for (AsOf asOf : instants(seed)) {
            var resolved = resolved(facts, merges, asOf);
            var peers = neo4j.accountGraph().peers(asOf, WINDOW);
            assertThat(peers).isEqualTo(PeersOracle.peers(asOf, WINDOW, resolved));
            var instant = Network.instant(asOf);
            var market = neo4j.accountGraph().market(instant);
            assertThat(market).isEqualTo(MarketOracle.market(instant, resolved(facts, merges, instant)));
            var network = CATALOGUE.network(market);
            assertAgreement(asked(seed)
                    .filter(account -> isTold(account, resolved))
                    .map(account -> CATALOGUE.compute(HistoryOracle.history(account, asOf, resolved), peers, network)));
        }
    }

    private static List<Fact> resolved(List<Fact> facts, List<Merge> merges, AsOf asOf) {
        return Identities.of(merges, asOf).resolve(HistoryOracle.undeleted(facts, asOf));
    }

    /** As an import does, a thousand facts at a time. */
    private static void write(Neo4j neo4j, String name, List<? extends Fact> facts) {
        for (int from = 0; from < facts.size(); from += 1000) {
            var some = facts.subList(from, Math.min(facts.size(), from + 1000));
            neo4j.factWriter().write(name + " " + from, RandomWorlds.sourced(some));
        }
    }

    private static boolean isTold(AccountId account, List<Fact> facts) {
        return facts.stream()
                .anyMatch(fact -> fact instanceof Account told && told.id().equals(account));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void everyFeatureHasAStatementButThoseThatCypherCannotRecompute(String feature) {
        var file = NamedStatement.class.getResource("/cypher/features/" + feature + ".cypher");

        assertThat(file == null).isEqualTo(WITHOUT_STATEMENT.contains(feature));
    }

    /** Else an agreement on nothing but missing values would pass for one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void everyFeatureHasValuesToAgreeOn(String feature) {
        var values = Drawn.VECTORS.stream()
                .map(vector -> vector.get(feature))
                .filter(value -> !value.equals(FeatureValue.missing()));

        assertThat(values).hasSizeGreaterThanOrEqualTo(5);
    }

    /** Random accounts are too entangled to have one often. */
    @Test
    void javaAndCypherAgreeOnASinglePointOfFailure() {
        SharedServer.get().wipe();
        var story = AccountStory.of("""
            ana: MANAGER
            bo: MANAGER
            cy: VP
            cy is DECISION_MAKER on deal 30d ago
            bo replies to us 3d ago
            bo forwards to ana 2d ago
            ana forwards to cy 1d ago
            """);
        try (var neo4j = SharedServer.get().open()) {
            neo4j.factWriter().write("batch", RandomWorlds.sourced(story.facts()));
            var computed = CATALOGUE.compute(story.history(), Peers.NONE);

            assertThat(computed.get("committee.single_point_of_failure")).isEqualTo(FeatureValue.of(1));
            assertAgreement(CATALOGUE.definition("committee.single_point_of_failure"), List.of(computed));
        }
    }

    /** Worked out once for all features. */
    private static final class Drawn {

        static final List<FeatureVector> VECTORS = seeds().boxed()
                .flatMap(seed -> instants(seed).stream().flatMap(asOf -> vectors(seed, asOf)))
                .toList();
    }

    private static Stream<FeatureVector> vectors(long seed, AsOf asOf) {
        var facts = RandomWorlds.accounts(seed, ACCOUNTS);
        var network = CATALOGUE.network(MarketOracle.market(Network.instant(asOf), facts));
        return asked(seed)
                .map(account -> CATALOGUE.compute(HistoryOracle.history(account, asOf, facts), PEERS, network));
    }

    private static List<AsOf> instants(long seed) {
        var past = Duration.ofMillis(
                new SplittableRandom(seed).nextLong(Duration.ofDays(150).toMillis()));
        return List.of(new AsOf(RandomWorlds.NOW), new AsOf(RandomWorlds.NOW.minus(past)));
    }

    /** The others are there to be told apart from. */
    private static Stream<AccountId> asked(long seed) {
        return IntStream.range(0, ACCOUNTS)
                .filter(number -> number % 3 == seed % 3)
                .mapToObj(RandomWorlds::account);
    }

    /** The server answers several sessions at once. Whoever asks first waits for the plan, so one session asks for all of a feature. */
    private static void assertAgreement(Stream<FeatureVector> computed) {
        var vectors = computed.toList();
        recomputed().parallelStream().forEach(definition -> assertAgreement(definition, vectors));
    }

    private static void assertAgreement(FeatureDefinition definition, List<FeatureVector> computed) {
        try (var session = SharedServer.get().driver().session()) {
            computed.forEach(vector -> assertAgreement(session, definition, vector));
        }
    }

    private static void assertAgreement(Session session, FeatureDefinition definition, FeatureVector computed) {
        var asked = ask(session, definition.id(), computed);
        var what = "%s of %s as of %s".formatted(definition.id(), computed.account(), computed.asOf());
        switch (computed.get(definition.id())) {
            case FeatureValue.Missing missing -> assertThat(asked).as(what).isEmpty();
            case FeatureValue.Category category ->
                assertThat(asked.map(Value::asString)).as(what).contains(category.name());
            case FeatureValue.Quantity quantity ->
                assertThat(asked.map(Value::asDouble))
                        .as(what)
                        .hasValueSatisfying(value ->
                                assertThat(value).isCloseTo(quantity.amount(), within(tolerance(definition, value))));
        }
    }

    private static List<FeatureDefinition> recomputed() {
        return CATALOGUE.definitions().stream()
                .filter(definition -> !WITHOUT_STATEMENT.contains(definition.id()))
                .toList();
    }

    private static Optional<Value> ask(Session session, String feature, FeatureVector computed) {
        var statement = NamedStatement.load("features/" + feature);
        var parameters = CATALOGUE.statementParameters(feature, computed.account(), computed.asOf());
        return session.run(statement.text(), statement.sent(parameters)).list(row -> row.get("value")).stream()
                .filter(value -> !value.hasType(TypeSystem.getDefault().NULL()))
                .findFirst();
    }

    private static double tolerance(FeatureDefinition definition, double value) {
        return switch (definition.unit()) {
            case EFFECTIVE_NUMBER, CREDIT, WEIGHTED_ACTIONS, WEIGHTED_PATHS, CHANCE -> Math.abs(value) * ROUNDING;
            case PERCENTILE -> ROUNDING;
            case RATIO -> ROUNDED.contains(definition.id()) ? ROUNDING : 0;
            case PEOPLE, COUNT, RATE_RATIO, DAYS, HOURS, FLAG, CATEGORY -> 0;
        };
    }
}
