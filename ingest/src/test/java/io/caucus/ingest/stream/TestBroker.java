package io.caucus.ingest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.jspecify.annotations.Nullable;

/** A real broker inside this JVM, its own controller. The only class that knows the broker's test kit, which is no public API. */
final class TestBroker {

    private final KafkaClusterTestKit cluster;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Queue<Future<RecordMetadata>> sent = new ArrayDeque<>();

    /**
     * The producer has one request under way at a time: of two, the broker may refuse the first, as it does not yet lead the partition
     * that was just created, and take the second, and then has no place for the first ever again (KAFKA-15591).
     */
    private TestBroker(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "max.in.flight.requests.per.connection", "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static TestBroker start() throws Exception {
        var nodes = new TestKitNodes.Builder()
                .setCombined(true)
                .setNumBrokerNodes(1)
                .setNumControllerNodes(1)
                .build();
        var cluster = new KafkaClusterTestKit.Builder(nodes)
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .setConfigProp("group.min.session.timeout.ms", "500")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        return new TestBroker(cluster);
    }

    String address() {
        return cluster.bootstrapServers();
    }

    /** Returns when each partition has a leader that the producer knows, so that what is sent next need not look for it. */
    void createTopic(String name, int partitions) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", address()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!areLed(producer.partitionsFor(name), partitions)) {
            assertThat(System.nanoTime()).as("leaders of %s in time", name).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean areLed(List<PartitionInfo> known, int partitions) {
        return known.size() == partitions && known.stream().allMatch(partition -> partition.leader() != null);
    }

    void send(String topic, int partition, String value) {
        send(new ProducerRecord<>(topic, partition, null, value.getBytes(UTF_8)));
    }

    void sendTombstone(String topic, int partition, String key) {
        byte @Nullable [] none = null;
        send(new ProducerRecord<>(topic, partition, key.getBytes(UTF_8), none));
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        sent.add(producer.send(record));
    }

    /** Returns when everything sent has arrived. What did not is told once, and not to the next who asks. */
    void flush() {
        producer.flush();
        var awaited = List.copyOf(sent);
        sent.clear();
        for (var record : awaited) {
            try {
                record.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a record did not arrive", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void close() throws Exception {
        producer.close();
        cluster.close();
    }
}
