package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.stream.StaleOffset;
import io.caucus.graphmodel.stream.StreamMove;
import io.caucus.graphmodel.stream.StreamPartition;
import io.caucus.testkit.RandomWorlds;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An offset moves with the facts before it, from where its writer left it, or nothing happens. */
abstract class StreamContract extends GraphContract {

    private static final StreamPartition PARTITION = new StreamPartition("t0", "accounts", 0);

    private final List<SourcedFacts> first = RandomWorlds.sourced(RandomWorlds.retoldAccounts(1, 1));
    private final List<SourcedFacts> second = RandomWorlds.sourced(RandomWorlds.retoldAccounts(2, 1));

    @Test
    void theOffsetStandsWhereTheLastWriteMovedIt() {
        var writer = neo4j().streamWriter();
        assertThat(writer.findNext(PARTITION)).isEmpty();

        writer.write("b", first, new StreamMove(PARTITION, 3, 10));
        writer.write("b", List.of(), new StreamMove(PARTITION, 10, 12));

        assertThat(writer.findNext(PARTITION)).hasValue(12);
        assertThat(writer.findNext(new StreamPartition("t0", "accounts", 1))).isEmpty();
        assertThat(writer.findNext(new StreamPartition("t1", "accounts", 0))).isEmpty();
    }

    @Test
    void aWriterThatWasOvertakenWritesNothing() {
        var writer = neo4j().streamWriter();
        writer.write("b", first, new StreamMove(PARTITION, 0, 10));
        var digest = neo4j().digest();

        assertThatExceptionOfType(StaleOffset.class)
                .isThrownBy(() -> writer.write("b", second, new StreamMove(PARTITION, 0, 10)))
                .withMessage("partition accounts-0 stands at 10, not at 0; nothing up to 10 was written");
        assertThatExceptionOfType(StaleOffset.class)
                .isThrownBy(() -> writer.write("b", second, new StreamMove(PARTITION, 5, 8)));

        assertThat(writer.findNext(PARTITION)).hasValue(10);
        assertThat(neo4j().digest()).isEqualTo(digest);
    }

    @Test
    void ofManyWritersAtOneOffsetOneSucceeds() throws Exception {
        var writer = neo4j().streamWriter();
        for (long from = 0; from < 10; from++) {
            var move = new StreamMove(PARTITION, from, from + 1);
            Callable<Void> write = () -> {
                writer.write("b", first, move);
                return null;
            };
            try (var threads = Executors.newFixedThreadPool(8)) {
                var ends = threads.invokeAll(
                        IntStream.range(0, 8).mapToObj(writerNumber -> write).toList());

                assertThat(ends.stream().filter(StreamContract::wasOvertaken)).hasSize(7);
            }
            assertThat(writer.findNext(PARTITION)).hasValue(from + 1);
        }
    }

    private static boolean wasOvertaken(Future<Void> end) {
        try {
            end.get();
            return false;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(StaleOffset.class);
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theOffsetIsNoFact() {
        neo4j().factWriter().write("b", first);
        var direct = neo4j().digest();
        server().wipe();

        neo4j().streamWriter().write("other", first, new StreamMove(PARTITION, 0, 10));

        assertThat(neo4j().digest()).isEqualTo(direct);
    }
}
