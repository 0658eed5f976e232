package io.caucus.ingest;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Batches on their way to the graph: a few at once, so that a server with several cores has work for them while the next rows are
 * read. The order in which they arrive does not matter to the graph, and they are counted in the order in which they were given.
 */
final class Writes implements AutoCloseable {

    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    private final FactWriter writer;
    private final String batchId;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Pending> pending = new ArrayDeque<>();

    private record Pending(int records, FileCounts counts, Future<FactWriter.Written> outcome) {}

    Writes(FactWriter writer, String batchId) {
        this.writer = writer;
        this.batchId = batchId;
    }

    /**
     * Waits for the oldest batch first if there are enough on their way.
     *
     * @param readings what was read in the words of the batch's records; no records of the file, and not counted
     */
    void add(List<SourcedFacts> batch, List<SourcedFacts> readings, FileCounts counts) {
        if (pending.size() == AT_ONCE) {
            finishOldest();
        }
        pending.add(new Pending(batch.size(), counts, threads.submit(() -> write(batch, readings))));
    }

    private FactWriter.Written write(List<SourcedFacts> batch, List<SourcedFacts> readings) {
        var written = writer.write(batchId, batch);
        if (!readings.isEmpty()) {
            writer.write(batchId, readings);
        }
        return written;
    }

    /** Waits until all are written and counted; the first failure ends it. */
    void finish() {
        while (!pending.isEmpty()) {
            finishOldest();
        }
    }

    private void finishOldest() {
        var oldest = pending.remove();
        oldest.counts().written(oldest.records(), written(oldest.outcome()).duplicates());
    }

    private static FactWriter.Written written(Future<FactWriter.Written> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while facts were written", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits for what is on its way, so that nothing is written after an import was said to have failed. */
    @Override
    public void close() {
        threads.close();
    }
}
