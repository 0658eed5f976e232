package io.caucus.cypher;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.testkit.RandomWorlds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every server must hold to; each test starts with an empty graph. */
abstract class GraphContract {

    private Neo4j neo4j;

    abstract TestServer server();

    @BeforeEach
    void open() {
        server().wipe();
        neo4j = server().open();
    }

    @AfterEach
    void close() {
        neo4j.close();
    }

    final Neo4j neo4j() {
        return neo4j;
    }

    final void write(Fact... facts) {
        write(List.of(facts));
    }

    final void write(List<? extends Fact> facts) {
        neo4j.factWriter().write("batch", RandomWorlds.sourced(facts));
    }

    /** Every record once to three times, in any order, in batches of any size. */
    static void deliver(FactWriter writer, List<Fact> facts, SplittableRandom random) {
        var delivered = new ArrayList<SourcedFacts>();
        for (SourcedFacts sourced : RandomWorlds.sourced(RandomWorlds.shuffled(facts, random))) {
            for (int copy = random.nextInt(3); copy >= 0; copy--) {
                delivered.add(sourced);
            }
        }
        var rest = RandomWorlds.shuffled(delivered, random);
        while (!rest.isEmpty()) {
            int size = Math.min(rest.size(), random.nextInt(50, 400));
            writer.write("batch " + rest.size(), rest.subList(0, size));
            rest = rest.subList(size, rest.size());
        }
    }
}
