package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.assessment.KeptFeatures;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Feature values as an analyst's Cypher finds them. */
@Tag("neo4j")
class FeatureSnapshotTest {

    private static final AccountStory STORY = AccountStory.of("""
            ana: VP
            ana replies to us 3d ago
            """);
    private static final AsOf NOW = AccountStory.asOf("0d ago");
    private static final AsOf EARLIER = AccountStory.asOf("10d ago");

    @Test
    void anAccountHasOneSnapshotForEachInstantWithTheNewestValues() {
        SharedServer.get().wipe();
        try (var neo4j = SharedServer.get().open()) {
            neo4j.factWriter().write("batch", RandomWorlds.sourced(STORY.facts()));
            var digest = neo4j.digest();
            var store = neo4j.assessmentStore();

            store.keepFeatures(List.of(kept(EARLIER, "1.0", "NEW")));
            store.keepFeatures(List.of(kept(NOW, "7.0", "STEADY"), kept(NOW, "2.0", "STEADY")));
            store.keepFeatures(List.of(kept(NOW, "3.0", "COOLING")));

            assertThat(neo4j.digest()).isEqualTo(digest);
        }
        try (var session = SharedServer.get().driver().session()) {
            var snapshots = session.run(TestStatements.text("/io/caucus/cypher/snapshots.cypher"))
                    .list();

            assertThat(snapshots)
                    .extracting(row -> row.get("accountId").asString())
                    .containsOnly(AccountStory.account().id().value());
            assertThat(snapshots)
                    .extracting(row -> row.get("breadth").asDouble())
                    .containsExactly(1.0, 3.0);
            assertThat(snapshots).extracting(row -> row.get("state").asString()).containsExactly("NEW", "COOLING");
            assertThat(snapshots)
                    .allSatisfy(row -> assertThat(row.get("cohesion").isNull()).isTrue());
        }
    }

    private static KeptFeatures kept(AsOf asOf, String breadth, String state) {
        return new KeptFeatures(
                AccountStory.account().id(),
                asOf,
                "0123456789ab",
                new TreeMap<>(Map.of("committee.breadth_30d", breadth, "engagement.state", state)));
    }
}
