package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.Evidence;
import io.caucus.features.EvidenceItem.Influence;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.activity.Activity;
import io.caucus.features.champion.Champions;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.assessment.KeptFeatures;
import io.caucus.graphmodel.assessment.KeptInfluences;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.RandomMerges;
import io.caucus.testkit.RandomWorlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who moved whom, as an analyst's Cypher finds it. */
@Tag("neo4j")
class KeptInfluencesTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();
    private static final AsOf NOW = new AsOf(RandomWorlds.NOW);
    private static final AsOf EARLIER = new AsOf(RandomWorlds.NOW.minus(Duration.ofDays(30)));
    private static final AsOf LATER = new AsOf(RandomWorlds.NOW.plus(Duration.ofDays(1)));
    private static final AsOf LATER_STILL = new AsOf(RandomWorlds.NOW.plus(Duration.ofDays(2)));

    @BeforeEach
    void fillTheGraph() {
        SharedServer.get().wipe();
        try (var neo4j = SharedServer.get().open()) {
            neo4j.factWriter().write("batch", RandomWorlds.sourced(RandomWorlds.accounts(3, 30)));
        }
    }

    /** The statement of docs/graph-model.md beside the credits that the feature cites. */
    @Test
    void theEdgesOfTheStrongestAddUpToTheCreditsTheFeatureCites() throws IOException {
        int compared = 0;
        try (var neo4j = SharedServer.get().open()) {
            keepAll(neo4j, NOW);
            var peers = neo4j.accountGraph()
                    .peers(NOW, CATALOGUE.parameters().product().window());
            for (AccountHistory history : histories(neo4j, NOW)) {
                var cited = influenceCited(history, peers);
                if (cited.totalCount() > 0
                        && cited.totalCount() == cited.items().size()) {
                    var items =
                            cited.items().stream().map(Influence.class::cast).toList();
                    double expected = items.stream()
                            .mapToDouble(Influence::credit)
                            .filter(credit -> credit > Champions.LEAST_KEPT)
                            .sum();

                    double found =
                            summed(history).getOrDefault(items.getFirst().from().value(), 0.0);

                    assertThat(found).isEqualTo(expected, within(1e-12));
                    compared += expected > 0 ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(5);
    }

    @Test
    void keepingThemAgainChangesNothingAndTheDigestIsThatOfTheFacts() {
        try (var neo4j = SharedServer.get().open()) {
            var digest = neo4j.digest();
            keepAll(neo4j, NOW);
            var once = edges();
            keepAll(neo4j, NOW);

            assertThat(edges()).isNotEmpty().isEqualTo(once).isEqualTo(computed(neo4j, NOW));
            assertThat(neo4j.digest()).isEqualTo(digest);
        }
    }

    @Test
    void theNewestInstantStandsAndWhatHoldsNoLongerGoes() {
        try (var neo4j = SharedServer.get().open()) {
            keepAll(neo4j, EARLIER);
            assertThat(edges()).isEqualTo(computed(neo4j, EARLIER));

            keepAll(neo4j, NOW);
            keepAll(neo4j, EARLIER);

            assertThat(edges()).isEqualTo(computed(neo4j, NOW));
            var account = histories(neo4j, NOW).getFirst().account().id();
            neo4j.assessmentStore().keepInfluences(List.of(new KeptInfluences(account, LATER, List.of())));
            assertThat(edges()).noneMatch(edge -> edge.contains("accountId=" + account + ","));
        }
    }

    @Test
    void mergedRecordsAreCountedOnceAndApartAgainWhenTheMergeIsUndone() {
        try (var neo4j = SharedServer.get().open()) {
            keepAll(neo4j, NOW);
            var accounts = histories(neo4j, NOW);
            var merge = RandomMerges.merge(
                    accounts.get(0).account().id().ref(),
                    accounts.get(1).account().id().ref(),
                    NOW.instant());
            neo4j.identityStore().keep(merge);
            keepAll(neo4j, LATER);
            assertThat(edges()).isEqualTo(computed(neo4j, LATER));

            neo4j.identityStore().keep(merge.undoneBy(new Decision(LATER.instant(), "owner", "two after all", "undo")));
            keepAll(neo4j, LATER_STILL);

            assertThat(edges()).isEqualTo(computed(neo4j, LATER_STILL));
            assertThat(histories(neo4j, LATER_STILL)).hasSameSizeAs(accounts);
        }
    }

    private static void keepAll(Neo4j neo4j, AsOf asOf) {
        var histories = histories(neo4j, asOf);
        var store = neo4j.assessmentStore();
        store.keepInfluences(histories.stream().map(KeptInfluencesTest::keep).toList());
        store.keepFeatures(histories.stream()
                .map(history -> new KeptFeatures(history.account().id(), asOf, "0123456789ab", new TreeMap<>()))
                .toList());
    }

    private static KeptInfluences keep(AccountHistory history) {
        return new Champions(Activity.of(history), CATALOGUE.parameters().champion()).kept();
    }

    private static List<AccountHistory> histories(Neo4j neo4j, AsOf asOf) {
        var histories = new ArrayList<AccountHistory>();
        neo4j.accountGraph().forEachHistory(asOf, histories::add);
        return histories;
    }

    private static Evidence influenceCited(AccountHistory history, Peers peers) {
        return CATALOGUE.explain(history, peers).stream()
                .filter(feature -> feature.definition().id().equals("champion.direct_influence"))
                .findFirst()
                .orElseThrow()
                .evidence();
    }

    /** By person, what the statement of the document comes to. */
    private static Map<String, Double> summed(AccountHistory history) throws IOException {
        var page = Files.readString(Path.of(System.getProperty("caucus.root", "."), "docs", "graph-model.md"));
        int from = page.indexOf("```cypher\nMATCH (mover:Person)-[influence:INFLUENCED");
        var statement = page.substring(from + "```cypher\n".length(), page.indexOf("```", from + 3));
        try (var session = SharedServer.get().driver().session()) {
            return session
                    .run(statement, Map.of("accountId", history.account().id().value()))
                    .stream()
                    .collect(Collectors.toMap(
                            row -> row.get("personId").asString(),
                            row -> row.get("influence").asDouble()));
        }
    }

    private static List<String> edges() {
        try (var session = SharedServer.get().driver().session()) {
            return session.run(TestStatements.text("/io/caucus/cypher/influences.cypher")).stream()
                    .map(row -> text(
                            row.get("from").asString(),
                            row.get("to").asString(),
                            row.get("properties").asMap()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> computed(Neo4j neo4j, AsOf asOf) {
        return histories(neo4j, asOf).stream()
                .map(KeptInfluencesTest::keep)
                .flatMap(kept -> kept.influences().stream().map(one -> text(kept, one)))
                .sorted()
                .toList();
    }

    private static String text(KeptInfluences kept, KeptInfluences.Influence one) {
        return text(
                one.from().value(),
                one.to().value(),
                Map.of(
                        "credit", one.credit(),
                        "lagHours", one.lag().toMillis() / 3_600_000.0,
                        "channel", one.channel().name(),
                        "at", one.at().atZone(ZoneOffset.UTC),
                        "engagementId", one.action().value(),
                        "activationId", one.activation().value(),
                        "accountId", kept.account().value(),
                        "asOf", kept.asOf().instant().atZone(ZoneOffset.UTC)));
    }

    private static String text(String from, String to, Map<String, Object> properties) {
        return "%s > %s %s".formatted(from, to, new TreeMap<>(properties));
    }
}
