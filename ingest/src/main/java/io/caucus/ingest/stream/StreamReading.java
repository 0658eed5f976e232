package io.caucus.ingest.stream;

import io.caucus.graphmodel.stream.StaleOffset;
import io.caucus.graphmodel.stream.StreamPartition;
import io.caucus.ingest.event.CaucusEvents;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * One member of the group, for as long as nothing goes wrong that another connection would mend.
 *
 * <p>A partition that was assigned is <em>placed</em> before it is read: the graph is asked where it stands. While the graph cannot be
 * reached all partitions wait to be placed again, and polling goes on, which keeps them ours. Used by one thread.
 */
final class StreamReading implements ConsumerRebalanceListener {

    private static final Logger LOG = System.getLogger(StreamReading.class.getName());
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final Comparator<TopicPartition> BY_NUMBER = Comparator.comparingInt(TopicPartition::partition);

    private final StreamSettings settings;
    private final String topicId;
    private final Consumer<byte[], byte[]> consumer;
    private final StreamTarget target;
    private final InstantSource clock;
    private final CaucusEvents types;
    private final NavigableSet<TopicPartition> waiting = new TreeSet<>(BY_NUMBER);
    private final TreeMap<TopicPartition, Long> standing = new TreeMap<>(BY_NUMBER);
    private final BackOff backOff = new BackOff();
    private Instant nextTry = Instant.MIN;
    private Instant nextLine = Instant.MIN;
    private Tally tally = Tally.NOTHING;

    StreamReading(
            StreamSettings settings,
            String topicId,
            Consumer<byte[], byte[]> consumer,
            StreamTarget target,
            InstantSource clock) {
        this.settings = settings;
        this.topicId = topicId;
        this.consumer = consumer;
        this.target = target;
        this.clock = clock;
        types = CaucusEvents.from(settings.topic());
    }

    void join() {
        consumer.subscribe(List.of(settings.topic()), this);
    }

    /** Tells what there is, or waits a moment for it. */
    void next() {
        var records = poll();
        try {
            for (TopicPartition partition : records.partitions()) {
                tell(partition, records.records(partition));
            }
            if (!clock.instant().isBefore(nextTry)) {
                placeAll();
            }
        } catch (RuntimeException e) {
            if (!target.isUnavailable().test(e)) {
                throw e;
            }
            waitForTheGraph(e);
        }
        sayNowAndThen();
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(PATIENCE);
        } catch (OffsetOutOfRangeException e) {
            var beginnings =
                    consumer.beginningOffsets(e.offsetOutOfRangePartitions().keySet());
            e.offsetOutOfRangePartitions()
                    .forEach((partition, asked) -> skipLost(partition, asked, beginnings.getOrDefault(partition, 0L)));
            return ConsumerRecords.empty();
        }
    }

    private void skipLost(TopicPartition partition, long asked, long beginning) {
        if (beginning <= asked) {
            throw new IllegalStateException(
                    "partition %s ends before %d, where the graph stands: the broker lost records; make the topic anew and send them again"
                            .formatted(partition, asked));
        }
        LOG.log(
                Logger.Level.ERROR,
                "records {0} to {1} of partition {2} are no longer kept by the broker; import what they told",
                Long.toString(asked),
                Long.toString(beginning - 1),
                partition);
        consumer.seek(partition, beginning);
    }

    private void tell(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var now = clock.instant();
        var ours = ours(partition);
        var batchId = "stream-%s-%s"
                .formatted(settings.topic(), now.atZone(ZoneOffset.UTC).toLocalDate());
        long from = standing.getOrDefault(partition, records.getFirst().offset());
        var telling = new PartitionTelling(ours, from, target, now, batchId);
        try {
            telling.tell(records.stream()
                    .map(record -> TopicRecord.of(ours, record, types, receivedAt(record, now)))
                    .toList());
            standing.put(partition, telling.standing());
        } catch (StaleOffset e) {
            LOG.log(Logger.Level.INFO, "{0}; reading it again from there", e.getMessage());
            await(List.of(partition));
        } finally {
            tally = tally.plus(telling.tally());
        }
    }

    /** The same whenever the record is read again, unless its producer's clock was ahead of ours. */
    private static Instant receivedAt(ConsumerRecord<byte[], byte[]> record, Instant now) {
        return record.timestamp() < 0 || record.timestamp() > now.toEpochMilli()
                ? now
                : Instant.ofEpochMilli(record.timestamp());
    }

    private StreamPartition ours(TopicPartition partition) {
        return new StreamPartition(topicId, partition.topic(), partition.partition());
    }

    private void placeAll() {
        for (TopicPartition partition : new ArrayList<>(waiting)) {
            var next = target.writer().findNext(ours(partition));
            place(partition, next);
        }
        if (backOff.isTroubled()) {
            LOG.log(Logger.Level.INFO, "the graph answers again; stream {0} goes on", settings.topic());
            backOff.succeeded();
        }
    }

    private void place(TopicPartition partition, OptionalLong next) {
        if (next.isPresent()) {
            consumer.seek(partition, next.getAsLong());
            standing.put(partition, next.getAsLong());
        } else {
            consumer.seekToBeginning(List.of(partition));
        }
        waiting.remove(partition);
        consumer.resume(List.of(partition));
    }

    /** Until they are placed, nothing of them is read. */
    private void await(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        waiting.addAll(partitions);
        partitions.forEach(standing::remove);
    }

    private void waitForTheGraph(RuntimeException failure) {
        if (!backOff.isTroubled()) {
            LOG.log(
                    Logger.Level.ERROR,
                    "stream {0} waits until this passes: {1}",
                    settings.topic(),
                    failure.toString());
        }
        await(consumer.assignment());
        nextTry = clock.instant().plus(backOff.next());
    }

    private void sayNowAndThen() {
        var now = clock.instant();
        if (tally.equals(Tally.NOTHING) || now.isBefore(nextLine)) {
            return;
        }
        long lag = consumer.assignment().stream()
                .map(consumer::currentLag)
                .mapToLong(known -> known.orElse(0))
                .sum();
        LOG.log(
                Logger.Level.INFO,
                "stream {0}: {1}; {2} records behind in {3} partitions",
                settings.topic(),
                tally,
                Long.toString(lag),
                consumer.assignment().size());
        tally = Tally.NOTHING;
        nextLine = now.plus(BETWEEN_LINES);
    }

    /** A position is needed before the true one is known, or the consumer would ask the broker for ours. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> consumer.seek(partition, 0));
        await(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        waiting.removeAll(partitions);
        partitions.forEach(standing::remove);
    }
}
