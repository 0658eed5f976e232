package io.caucus.ingest;

import io.caucus.graphmodel.FactWriter.Written;
import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.SourcedFacts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A batch on its way to the graph while the next rows are read. One at a time: batches of one file speak of the same accounts and
 * people, so two of them would wait for each other's locks.
 */
final class Writes implements AutoCloseable {

    private final ImportWriter writer;
    private final String batchId;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Pending> pending = Optional.empty();

    private record Pending(FileCounts counts, Future<Outcome> outcome) {}

    /** What became of the records of a batch. */
    private record Outcome(long records, long duplicates) {}

    Writes(ImportWriter writer, String batchId) {
        this.writer = writer;
        this.batchId = batchId;
    }

    /**
     * Waits for the batch before first.
     *
     * @param readings what was read in the words of the batch's records; no records of the file, and not counted
     * @param checkpoints kept together with the batch, for imports that can be gone on with
     */
    void add(
            List<SourcedFacts> batch, List<SourcedFacts> readings, FileCounts counts, Optional<Checkpoints> checkpoints)
            throws IOException {
        finish();
        // Taken now, since reading goes on and with it what is counted.
        var checkpoint = checkpoints.isPresent() ? Optional.of(checkpoints.get().now()) : Optional.<Checkpoint>empty();
        pending = Optional.of(new Pending(counts, threads.submit(() -> write(batch, readings, checkpoint))));
    }

    private Outcome write(List<SourcedFacts> batch, List<SourcedFacts> readings, Optional<Checkpoint> checkpoint) {
        var all = Stream.concat(batch.stream(), readings.stream()).toList();
        var written = checkpoint.isEmpty()
                ? writer.write(batchId, all)
                : writer.write(batchId, all, now -> {
                    var outcome = outcome(batch, readings, now);
                    return checkpoint
                            .get()
                            .written(outcome.records(), outcome.duplicates())
                            .text();
                });
        return outcome(batch, readings, written);
    }

    private static Outcome outcome(List<SourcedFacts> batch, List<SourcedFacts> readings, Written written) {
        long newReadings = readings.stream()
                .filter(reading -> written.written().contains(reading.source()))
                .count();
        long records = written.written().size() - newReadings;
        return new Outcome(records, batch.size() - records);
    }

    /** Waits until what is on its way is written and counted. */
    void finish() {
        pending.ifPresent(batch -> {
            var outcome = written(batch.outcome());
            batch.counts().written(outcome.records(), outcome.duplicates());
        });
        pending = Optional.empty();
    }

    private static Outcome written(Future<Outcome> outcome) {
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
