package io.caucus.ingest;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A batch on its way to the graph while the next rows are read. One at a time: batches of one file speak of the same accounts and
 * people, so two of them would wait for each other's locks.
 */
final class Writes implements AutoCloseable {

    private final FactWriter writer;
    private final String batchId;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Pending> pending = Optional.empty();

    private record Pending(int records, FileCounts counts, Future<FactWriter.Written> outcome) {}

    Writes(FactWriter writer, String batchId) {
        this.writer = writer;
        this.batchId = batchId;
    }

    /**
     * Waits for the batch before first.
     *
     * @param readings what was read in the words of the batch's records; no records of the file, and not counted
     */
    void add(List<SourcedFacts> batch, List<SourcedFacts> readings, FileCounts counts) {
        finish();
        pending = Optional.of(new Pending(batch.size(), counts, threads.submit(() -> write(batch, readings))));
    }

    private FactWriter.Written write(List<SourcedFacts> batch, List<SourcedFacts> readings) {
        var written = writer.write(batchId, batch);
        if (!readings.isEmpty()) {
            writer.write(batchId, readings);
        }
        return written;
    }

    /** Waits until what is on its way is written and counted. */
    void finish() {
        pending.ifPresent(batch ->
                batch.counts().written(batch.records(), written(batch.outcome()).duplicates()));
        pending = Optional.empty();
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
