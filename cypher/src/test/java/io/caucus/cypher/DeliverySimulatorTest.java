package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.testkit.CuttingProxy;
import io.caucus.testkit.RandomWorlds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise of exactly-once effect, against a world that does what it can: every record comes once to three times, in any order,
 * in batches of any size, from two writers at once, over a connection that is cut anywhere, so that a writer cannot know whether
 * what it sent took effect and sends it again. The graph is the same, bit for bit, as after telling everything once, in order.
 *
 * <p>{@code -Dcaucus.delivery.seeds=1000} tries more worlds than the forty tried always.
 */
@Tag("neo4j")
@TestInstance(Lifecycle.PER_CLASS)
class DeliverySimulatorTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-06-02T08:00:00Z"));
    private static final int WRITERS = 2;
    private static final int MOST_ATTEMPTS = 5;
    /** A cut costs the driver's pause before its next attempt, so not every world has one. */
    private static final int ONE_IN_SO_MANY_IS_CUT = 4;

    private final TestServer server = SharedServer.get();
    private CuttingProxy proxy;
    private Neo4j direct;

    @BeforeAll
    void open() throws Exception {
        proxy = new CuttingProxy(server.uri());
        direct = server.open();
    }

    @AfterAll
    void close() throws Exception {
        direct.close();
        proxy.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("caucus.delivery.seeds", 40));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverTheDeliveryTheGraphIsTheSame(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var told = RandomWorlds.sourced(RandomWorlds.retoldAccounts(seed, 2));
        server.wipe();
        direct.factWriter().write("in order, once", told);
        var once = direct.digest();

        server.wipe();
        int cutsBefore = proxy.cuts();
        boolean cut = seed % ONE_IN_SO_MANY_IS_CUT == 0;
        if (cut) {
            proxy.cutAfter(random.nextLong(500, 50_000));
        }
        deliver(batches(told, random));

        assertThat(direct.digest()).isEqualTo(once);
        assertThat(proxy.cuts() - cutsBefore).isEqualTo(cut ? 1 : 0);
    }

    /** The driver sends again, finds everything written, and would take it for somebody else's. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("cuts")
    void aSenderThatKeepsCheckpointsLearnsWhatItWroteThoughTheAnswerWasLost(long seed) throws Exception {
        var told = RandomWorlds.sourced(RandomWorlds.retoldAccounts(seed, 1));
        server.wipe();
        int cutsBefore = proxy.cuts();
        proxy.cutAfter(new SplittableRandom(seed).nextLong(500, 100_000));

        try (var cutOff = Neo4j.open(proxy.uri("bolt"), server.user(), server.password(), CLOCK)) {
            for (int attempt = 1; proxy.cuts() == cutsBefore; attempt++) {
                server.wipe();
                var number = "batch " + attempt;
                var written = cutOff.factWriter().write(number, told, so -> "all of " + number);

                assertThat(written.written()).hasSize(told.size());
                assertThat(written.duplicates()).isZero();
                assertThat(direct.factWriter().checkpoint(number)).contains("all of " + number);
            }
        }
    }

    static LongStream cuts() {
        return LongStream.rangeClosed(1, 8);
    }

    private static List<List<SourcedFacts>> batches(List<SourcedFacts> told, SplittableRandom random) {
        var copies = new ArrayList<SourcedFacts>();
        for (SourcedFacts record : told) {
            for (int copy = random.nextInt(3); copy >= 0; copy--) {
                copies.add(record);
            }
        }
        var batches = new ArrayList<List<SourcedFacts>>();
        var rest = RandomWorlds.shuffled(copies, random);
        while (!rest.isEmpty()) {
            int size = Math.min(rest.size(), random.nextInt(20, 400));
            batches.add(rest.subList(0, size));
            rest = rest.subList(size, rest.size());
        }
        return batches;
    }

    private void deliver(List<List<SourcedFacts>> batches) throws Exception {
        try (var cutOff = Neo4j.open(proxy.uri("bolt"), server.user(), server.password(), CLOCK);
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            var work = batches.stream()
                    .<Callable<Void>>map(batch -> () -> {
                        deliver(cutOff, batch);
                        return null;
                    })
                    .toList();
            for (var delivered : threads.invokeAll(work)) {
                delivered.get();
            }
        }
    }

    /** A sender that was not told "written" sends again. */
    private static void deliver(Neo4j neo4j, List<SourcedFacts> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                neo4j.factWriter().write("attempt " + attempt, batch);
                return;
            } catch (GraphUnavailable e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
