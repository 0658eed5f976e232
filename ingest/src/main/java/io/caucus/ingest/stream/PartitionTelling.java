package io.caucus.ingest.stream;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.stream.StaleOffset;
import io.caucus.graphmodel.stream.StreamMove;
import io.caucus.graphmodel.stream.StreamPartition;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.event.ArrivedEvent;
import io.caucus.ingest.event.EventTelling;
import io.caucus.ingest.event.RejectedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells what one poll brought of one partition.
 *
 * <p>What cannot be told is on the disk before the partition moves past it. What the graph refuses for a reason that does not pass is
 * told record by record, and the one at fault is kept as pending.
 */
final class PartitionTelling {

    private final StreamPartition partition;
    private final StreamTarget target;
    private final Instant now;
    private final String batchId;
    private final Map<String, TopicRecord> byPlace = new HashMap<>();
    private final EventTelling telling;
    private long standing;
    private int told;
    private int duplicates;
    private int rejected;

    /**
     * @param standing the offset at which the partition stands
     * @param now for the audit trail
     */
    PartitionTelling(StreamPartition partition, long standing, StreamTarget target, Instant now, String batchId) {
        this.partition = partition;
        this.standing = standing;
        this.target = target;
        this.now = now;
        this.batchId = batchId;
        telling = new EventTelling(this::write, target.directory());
    }

    /**
     * Returns when all are told or pending, and the partition stands behind them.
     *
     * @throws StaleOffset when it does not stand where it was left
     * @throws UncheckedIOException when what cannot be told cannot be kept
     */
    void tell(List<TopicRecord> records) {
        records.forEach(record -> byPlace.put(record.arrived().delivery(), record));
        var events = records.stream().map(TopicRecord::arrived).toList();
        try {
            telling.tell(batchId, events);
        } catch (StaleOffset | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            if (target.isUnavailable().test(e)) {
                throw e;
            }
            events.stream().filter(event -> end(event) > standing).forEach(this::tellAlone);
        }
    }

    private void tellAlone(ArrivedEvent event) {
        try {
            telling.tell(batchId, List.of(event));
        } catch (StaleOffset | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            if (target.isUnavailable().test(e)) {
                throw e;
            }
            var reason = "the graph refused it: " + e.getClass().getSimpleName();
            write(
                    batchId,
                    List.of(),
                    List.of(event),
                    List.of(new RejectedEvent(event, RejectCode.MALFORMED, "", reason)));
        }
    }

    private int write(String batch, List<SourcedFacts> facts, List<ArrivedEvent> taken, List<RejectedEvent> notTold) {
        notTold.forEach(this::keep);
        long end = end(taken.getLast());
        var written = target.writer().write(batch, facts, new StreamMove(partition, standing, end));
        standing = end;
        told += written.written().size();
        duplicates += written.duplicates();
        rejected += notTold.size();
        return written.duplicates();
    }

    private long end(ArrivedEvent event) {
        return record(event).next();
    }

    private TopicRecord record(ArrivedEvent event) {
        return Objects.requireNonNull(byPlace.get(event.delivery()));
    }

    private void keep(RejectedEvent event) {
        var place = event.arrived().delivery();
        try {
            target.pending()
                    .keep(
                            place,
                            partition.topic(),
                            record(event.arrived()).delivery().written(),
                            List.of(event),
                            now);
        } catch (IOException e) {
            throw new UncheckedIOException("record '%s' cannot be kept as pending".formatted(place), e);
        }
    }

    /** Where the partition stands now. */
    long standing() {
        return standing;
    }

    Tally tally() {
        return new Tally(told, duplicates, rejected);
    }
}
