package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.activity.Activity;
import io.caucus.features.champion.ChampionParameters;
import io.caucus.features.champion.Champions;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.assessment.KeptAssessment.KeptContribution;
import io.caucus.graphmodel.assessment.KeptAssessment.Result;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.stream.StreamMove;
import io.caucus.graphmodel.stream.StreamPartition;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.RelationshipType;
import io.caucus.testkit.RandomMerges;
import io.caucus.testkit.RandomWorlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A graph with a little of everything in it has every word of the vocabulary, and no other. */
@Tag("neo4j")
class VocabularyTest {

    private static final AsOf NOW = new AsOf(RandomWorlds.NOW);

    @Test
    void theGraphHasTheWordsOfTheVocabularyAndNoOthers() {
        SharedServer.get().wipe();
        try (var neo4j = SharedServer.get().open()) {
            LongStream.rangeClosed(1, 5)
                    .forEach(seed -> neo4j.factWriter().write("world " + seed, RandomWorlds.sourced(world(seed))));
            neo4j.streamWriter()
                    .write("stream", List.of(), new StreamMove(new StreamPartition("t0", "accounts", 0), 0, 1));
            neo4j.factWriter().write("unfinished", List.of(), written -> "half way");
            neo4j.assessmentStore().keep(List.of(scored(), blank()));
            neo4j.accountGraph()
                    .forEachHistory(
                            NOW,
                            history -> neo4j.assessmentStore()
                                    .keepInfluences(List.of(
                                            new Champions(Activity.of(history), ChampionParameters.DEFAULT).kept())));
            neo4j.identityStore().keep(undoneMerge());
            neo4j.importMemory().keep(QualityContract.finished("world 1", 1));
        }

        assertThat(labelsInTheGraph()).isEqualTo(labelsInTheVocabulary());
        assertThat(typesInTheGraph()).isEqualTo(typesInTheVocabulary());
    }

    private static List<Fact> world(long seed) {
        var facts = new ArrayList<>(RandomWorlds.retoldAccounts(seed, 4));
        facts.addAll(RandomWorlds.deletions(seed, facts));
        return facts;
    }

    private static Set<String> labelsInTheVocabulary() {
        var words = new TreeSet<String>();
        for (NodeLabel label : NodeLabel.values()) {
            Stream.concat(Stream.of(label.key()), label.properties().stream())
                    .forEach(property -> words.add(label.inCypher() + "." + property));
        }
        return words;
    }

    private static Set<String> typesInTheVocabulary() {
        var words = new TreeSet<String>();
        for (RelationshipType type : RelationshipType.values()) {
            words.add(type.name());
            type.properties().forEach(property -> words.add(type + "." + property));
        }
        return words;
    }

    /** What feature snapshots hold under the names of features, which have a dot, is left out. */
    private static Set<String> labelsInTheGraph() {
        var words = new TreeSet<String>();
        rows("/io/caucus/cypher/labels.cypher").stream()
                .filter(row -> !row.getLast().contains("."))
                .forEach(row -> words.add(String.join(".", row)));
        return words;
    }

    private static Set<String> typesInTheGraph() {
        var words = new TreeSet<String>();
        rows("/io/caucus/cypher/types.cypher").forEach(row -> {
            words.add(row.getFirst());
            if (row.size() > 1) {
                words.add(String.join(".", row));
            }
        });
        return words;
    }

    private static List<List<String>> rows(String statement) {
        try (var session = SharedServer.get().driver().session()) {
            return session.run(TestStatements.text(statement)).list(row -> {
                var words = new ArrayList<>(List.of(row.get("word").asString()));
                if (!row.get("property").isNull()) {
                    words.add(row.get("property").asString());
                }
                return List.copyOf(words);
            });
        }
    }

    private static Merge undoneMerge() {
        var merge = RandomMerges.merge(
                RandomWorlds.account(0).ref(), RandomWorlds.account(1).ref(), RandomWorlds.NOW);
        return merge.undoneBy(new Decision(RandomWorlds.NOW, "owner", "two after all", "undo"));
    }

    private static KeptAssessment scored() {
        var result = new Result.Scored(
                0.5,
                0.25,
                0.75,
                "WARM",
                "POOLED",
                -1,
                List.of(new KeptContribution("committee.breadth_30d", 1, 6)),
                Optional.of(0.02));
        return assessment(0, result);
    }

    private static KeptAssessment blank() {
        return assessment(1, new Result.NotScored("nobody acted", "log a meeting"));
    }

    private static KeptAssessment assessment(int number, Result result) {
        var account = RandomWorlds.account(number);
        var features = new TreeMap<>(Map.of("committee.breadth_30d", "3.0"));
        return new KeptAssessment(
                account, NOW, "rules-1", "features-1", features, result, new TreeSet<>(Set.of(account.ref())));
    }
}
