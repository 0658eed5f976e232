package io.caucus.ingest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.graphmodel.stream.StreamPartition;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import io.caucus.ingest.event.ArrivedEvent;
import io.caucus.ingest.event.CaucusEvents;
import io.caucus.ingest.event.CloudEvents;
import io.caucus.ingest.event.Event;
import io.caucus.ingest.event.NotAnEvent;
import io.caucus.ingest.webhook.Delivery;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * One record as it came: the event in it, and what is kept of it if the event cannot be told.
 *
 * <p>The CloudEvents Kafka binding (cloudevents.io, "Kafka Protocol Binding", 1.0.2) differs from the one for HTTP in the names of
 * headers, {@code ce_id} for {@code ce-id}, and in that their values are plain UTF-8.
 *
 * @param next the offset behind it
 */
record TopicRecord(ArrivedEvent arrived, Delivery delivery, long next) {

    private static final String CONTENT_TYPE = "content-type";
    private static final String SPEC_VERSION = "ce-specversion";

    /** @param receivedAt bounds what may have happened */
    static TopicRecord of(
            StreamPartition partition, ConsumerRecord<byte[], byte[]> record, CaucusEvents types, Instant receivedAt) {
        var place =
                "%s-%s-%d-%d".formatted(partition.topic(), partition.topicId(), partition.number(), record.offset());
        boolean isTombstone = record.value() == null;
        var headers = isTombstone ? key(record) : headers(record);
        var body = isTombstone ? new byte[0] : record.value();
        var event = isTombstone
                ? rejected(
                        partition,
                        "tombstone",
                        RejectCode.DELETED,
                        "a record without a value deletes what its key stands for; nothing is deleted on its word")
                : event(partition, headers, body, types, receivedAt);
        return new TopicRecord(
                new ArrivedEvent(event, place, 1),
                Delivery.ofCloudEvent(partition.topic(), receivedAt, headers, body),
                record.offset() + 1);
    }

    private static Event event(
            StreamPartition partition,
            Map<String, String> headers,
            byte[] body,
            CaucusEvents types,
            Instant receivedAt) {
        try {
            var events = CloudEvents.read(headers, body);
            return events.size() == 1
                    ? types.event(events.getFirst(), receivedAt)
                    : rejected(partition, "batch", RejectCode.MALFORMED, "a record must hold one event, and no batch");
        } catch (NotAnEvent e) {
            return rejected(partition, "unknown", RejectCode.MALFORMED, e.reason());
        }
    }

    private static Event rejected(StreamPartition partition, String type, RejectCode code, String reason) {
        return new Event(partition.topic(), type, type, references -> {
            throw new RejectedRow(code, "", reason);
        });
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new TreeMap<String, String>();
        for (Header header : record.headers()) {
            var name = header.key().toLowerCase(Locale.ROOT);
            if (header.value() != null && (name.startsWith("ce_") || name.equals(CONTENT_TYPE))) {
                headers.put(name.replaceFirst("^ce_", "ce-"), new String(header.value(), UTF_8));
            }
        }
        // As they would be percent-encoded for HTTP.
        headers.replaceAll((name, value) -> value.replace("%", "%25"));
        // Many producers leave it out: JSON is meant, with the attributes beside the data unless they stand in headers.
        headers.putIfAbsent(
                CONTENT_TYPE, headers.containsKey(SPEC_VERSION) ? "application/json" : CloudEvents.STRUCTURED);
        return headers;
    }

    /** All that a tombstone tells is its key. */
    private static Map<String, String> key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? Map.of() : Map.of("kafka-key", new String(record.key(), UTF_8));
    }
}
