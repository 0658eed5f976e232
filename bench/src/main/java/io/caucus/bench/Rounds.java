package io.caucus.bench;

import io.caucus.graphmodel.SourcedFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets contenders do the same work in turns: what disturbs the machine for a while disturbs them all.
 *
 * @param events written by each contender in each round
 * @param writers batches written at once
 */
record Rounds(EventStream stream, int rounds, int events, int batchSize, int writers) {

    Rounds {
        if (rounds < 1 || events < 1 || batchSize < 1 || writers < 1) {
            throw new IllegalArgumentException(
                    "%d rounds of %d events in batches of %d by %d writers: each must be at least 1"
                            .formatted(rounds, events, batchSize, writers));
        }
    }

    /** How long one contender took for one round; round 0 warms up. */
    record Lap(String contender, int round, int events, double seconds) {

        double perSecond() {
            return events / seconds;
        }
    }

    /** Everything measured, the warm-up included, in the order in which it was. */
    List<Lap> run(List<Contender> contenders, Listener listener) {
        var laps = new ArrayList<Lap>();
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : contenders) {
                var lap = lap(contender, round);
                laps.add(lap);
                listener.finished(lap);
            }
        }
        return laps;
    }

    @FunctionalInterface
    interface Listener {

        void finished(Lap lap);
    }

    private Lap lap(Contender contender, int round) {
        var batches = batches(contender, round);
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            batches.stream()
                    .map(batch -> threads.submit(() -> contender.work().write(batch)))
                    .toList()
                    .forEach(Rounds::wait);
        }
        return new Lap(contender.name(), round, events, (System.nanoTime() - start) / 1e9);
    }

    /** Made before the clock starts: the work is writing. */
    private List<List<SourcedFacts>> batches(Contender contender, int round) {
        var batches = new ArrayList<List<SourcedFacts>>();
        for (int done = 0; done < events; done += batchSize) {
            batches.add(
                    stream.events(contender.name(), (long) round * events + done, Math.min(batchSize, events - done)));
        }
        return batches;
    }

    private static void wait(Future<?> batch) {
        try {
            batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch could not be written, so there is nothing to compare", e);
        }
    }
}
