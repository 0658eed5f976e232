package io.caucus.bench;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Writes a long stream and looks, a tenth at a time, whether rate and memory hold as the graph grows. */
record Growth(EventStream stream, FactWriter writer, String batchId, int batchSize, int writers, BenchServer server) {

    private static final int SLICES = 10;
    private static final String TELLER = "growth";

    /**
     * @param written events written so far
     * @param perSecond over this slice
     * @param heapMebibytes of this process after a collection: what the writing itself holds on to
     * @param serverMebibytes resident memory of the database; 0 where the system does not tell
     */
    record Slice(long written, double perSecond, long heapMebibytes, long serverMebibytes) {

        @Override
        public String toString() {
            return "%,12d events  %,8.0f events/s  heap %,5d MiB  database %,6d MiB"
                    .formatted(written, perSecond, heapMebibytes, serverMebibytes);
        }
    }

    void run(long events, Consumer<Slice> finished) {
        long slice = Math.max(1, events / SLICES);
        for (long first = 0; first < events; first += slice) {
            long count = Math.min(slice, events - first);
            long start = System.nanoTime();
            write(first, count);
            double seconds = (System.nanoTime() - start) / 1e9;
            finished.accept(new Slice(
                    first + count,
                    count / seconds,
                    Machine.heapMebibytes(),
                    server.residentMebibytes().orElse(0L)));
        }
    }

    /** Each writer draws its batches itself: nothing of the stream is held but what is being written. */
    private void write(long first, long count) {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var parts = new ArrayList<Future<?>>();
            for (int part = 0; part < writers; part++) {
                long from = first + part * (long) batchSize;
                parts.add(threads.submit(() -> writePart(from, first + count)));
            }
            parts.forEach(Growth::await);
        }
    }

    private void writePart(long first, long end) {
        for (long from = first; from < end; from += (long) writers * batchSize) {
            writer.write(batchId, batch(from, Math.min(batchSize, end - from)));
        }
    }

    private List<SourcedFacts> batch(long first, long count) {
        return stream.events(TELLER, first, count);
    }

    private static void await(Future<?> part) {
        try {
            part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the graph stopped growing", e);
        }
    }
}
