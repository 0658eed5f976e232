package io.caucus.ingest.stream;

import io.caucus.graphmodel.stream.StreamPartition;
import io.caucus.graphmodel.stream.StreamWriter;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far one partition has been told.
 *
 * @param next the offset of the next record to tell; empty when none has been told
 * @param end the offset behind the newest record at the broker
 * @param lag how many offsets there are from the one to the other
 */
public record PartitionLag(int partition, OptionalLong next, long end, long lag) {

    /**
     * All partitions of a topic, by number.
     *
     * @throws StreamUnreachable when the broker does not answer, or has no such topic
     */
    public static List<PartitionLag> of(StreamSettings settings, StreamWriter writer) {
        try (var broker = Broker.of(settings)) {
            var topic = broker.topic();
            var beginnings = broker.beginnings(topic.partitions());
            var ends = broker.ends(topic.partitions());
            return topic.partitions().stream()
                    .map(number -> of(
                            number,
                            writer.findNext(new StreamPartition(topic.id(), settings.topic(), number)),
                            beginnings.getOrDefault(number, 0L),
                            ends.getOrDefault(number, 0L)))
                    .toList();
        }
    }

    private static PartitionLag of(int number, OptionalLong next, long beginning, long end) {
        return new PartitionLag(number, next, end, Math.max(0, end - next.orElse(beginning)));
    }
}
