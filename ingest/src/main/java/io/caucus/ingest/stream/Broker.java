package io.caucus.ingest.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Answers about a topic, besides its records. */
final class Broker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Its id, and its partitions by number. */
    record Topic(String id, List<Integer> partitions) {}

    private final StreamSettings settings;
    private final Admin admin;

    private Broker(StreamSettings settings, Admin admin) {
        this.settings = settings;
        this.admin = admin;
    }

    /** @throws StreamUnreachable when the settings name no broker that can be found */
    static Broker of(StreamSettings settings) {
        try {
            return new Broker(settings, Admin.create(settings.ofAdmin()));
        } catch (KafkaException e) {
            throw unreachable(settings, e);
        }
    }

    /** @throws StreamUnreachable when there is none, or no answer */
    Topic topic() {
        var name = settings.topic();
        var description = answer(Objects.requireNonNull(
                admin.describeTopics(List.of(name)).topicNameValues().get(name)));
        var numbers = description.partitions().stream()
                .map(info -> info.partition())
                .sorted()
                .toList();
        return new Topic(description.topicId().toString(), numbers);
    }

    /** The offset of the oldest record that is kept, by partition. */
    Map<Integer, Long> beginnings(Collection<Integer> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** The offset behind the newest record, by partition. */
    Map<Integer, Long> ends(Collection<Integer> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    private Map<Integer, Long> offsets(Collection<Integer> partitions, OffsetSpec which) {
        var specs = partitions.stream()
                .collect(Collectors.toMap(number -> new TopicPartition(settings.topic(), number), number -> which));
        var offsets = new TreeMap<Integer, Long>();
        answer(admin.listOffsets(specs, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
        return offsets;
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unreachable(settings, Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException e) {
            throw unreachable(settings, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(settings, e);
        }
    }

    private static StreamUnreachable unreachable(StreamSettings settings, Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return new StreamUnreachable(
                    "There is no topic '%s' at %s, or it may not be read. Make it, or name another with --topic."
                            .formatted(settings.topic(), settings.bootstrap()),
                    cause);
        }
        return new StreamUnreachable(
                "The broker at %s does not answer as it should (%s). Is it running, is its address right, and do the properties fit?"
                        .formatted(settings.bootstrap(), cause.getClass().getSimpleName()),
                cause);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
