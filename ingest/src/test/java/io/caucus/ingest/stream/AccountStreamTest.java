package io.caucus.ingest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.caucus.cypher.GraphUnavailable;
import io.caucus.cypher.Neo4j;
import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.stream.StaleOffset;
import io.caucus.graphmodel.stream.StreamMove;
import io.caucus.graphmodel.stream.StreamPartition;
import io.caucus.graphmodel.stream.StreamWriter;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.event.ArrivedEvent;
import io.caucus.ingest.event.CaucusEvents;
import io.caucus.ingest.event.CloudEvent;
import io.caucus.ingest.event.CloudEvents;
import io.caucus.ingest.event.EventTelling;
import io.caucus.ingest.event.NotAnEvent;
import io.caucus.ingest.webhook.Pending;
import io.caucus.ingest.webhook.PendingEvent;
import io.caucus.testkit.Neo4jServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker, a real graph, and readers that die, overlap and oversleep. */
@Tag("neo4j")
class AccountStreamTest {

    private static final int PARTITIONS = 3;
    private static final Clock CLOCK = Clock.systemUTC();
    private static final AtomicInteger TOPICS = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private static TestBroker broker;

    @SuppressWarnings("NullAway.Init")
    private static Neo4j neo4j;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dataFolder;

    private final String topic = "accounts-" + TOPICS.incrementAndGet();
    private final AtomicInteger refusals = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        var server = Neo4jServer.shared();
        neo4j = Neo4j.open(server.uri(), server.user(), server.password(), CLOCK)
                .patient();
        neo4j.migrate();
        broker = TestBroker.start();
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
        neo4j.close();
    }

    @BeforeEach
    void empty() throws Exception {
        Neo4jServer.shared().wipe();
        broker.createTopic(topic, PARTITIONS);
    }

    @Test
    void shuffledAndRepeatedRecordsComeToTheGraphOfADirectWrite() {
        var expected = digestOfADirectWrite(200);

        send(200, 1);
        var stream = open(neo4j.streamWriter());
        try (stream) {
            awaitAllTold();
        }

        assertThat(neo4j.digest()).isEqualTo(expected);
        assertThat(pending()).isEmpty();
    }

    @Test
    void aProcessThatDiesBetweenWriteAndPollLosesAndDoublesNothing() throws Exception {
        var expected = digestOfADirectWrite(200);
        send(200, 2);

        var server = Neo4jServer.shared();
        var address = new StreamProcess.Neo4jAddress(server.uri(), server.user(), server.password());
        var process = StreamProcess.start(broker.address(), topic, address, dataFolder, 3);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(9);
        assertThat(told()).isBetween(1L, 299L);
        var stream = open(neo4j.streamWriter());
        try (stream) {
            awaitAllTold();
        }

        assertThat(neo4j.digest()).isEqualTo(expected);
    }

    @Test
    void readersThatComeAndGoShareTheWork() {
        var expected = digestOfADirectWrite(400);

        send(200, 3);
        var first = open(neo4j.streamWriter());
        await(() -> told() > 40);
        var second = open(neo4j.streamWriter());
        send(400, 4);
        await(() -> told() > 400);
        first.close();
        awaitAllTold();
        second.close();

        assertThat(neo4j.digest()).isEqualTo(expected);
    }

    @Test
    void aReaderThatOversleptItsPartitionsCannotWrite() {
        var expected = digestOfADirectWrite(200);
        send(200, 5);

        var asleep = new CountDownLatch(1);
        var awake = new CountDownLatch(1);
        var settings = new HashMap<>(StreamProcess.FAST);
        settings.put("max.poll.interval.ms", "2000");
        var zombie = open(
                before(() -> {
                    asleep.countDown();
                    awaitLatch(awake);
                }),
                settings);
        awaitLatch(asleep);
        var other = open(neo4j.streamWriter());
        try (other) {
            awaitAllTold();
            awake.countDown();
            await(() -> refusals.get() > 0);
        }
        zombie.close();

        assertThat(neo4j.digest()).isEqualTo(expected);
    }

    @Test
    void aReaderWaitsForTheGraphAndGoesOn() {
        var expected = digestOfADirectWrite(100);
        send(100, 6);

        var isDown = new AtomicBoolean(true);
        var tries = new AtomicInteger();
        var settings = new HashMap<>(StreamProcess.FAST);
        settings.put("max.poll.interval.ms", "2000");
        var outage = before(() -> {
            tries.incrementAndGet();
            if (isDown.get()) {
                throw new Outage();
            }
        });
        var stream = open(outage, settings);
        try (stream) {
            await(() -> tries.get() > 2);
            assertThat(told()).isZero();
            isDown.set(false);
            awaitAllTold();
        }

        assertThat(neo4j.digest()).isEqualTo(expected);
        assertThat(pending()).isEmpty();
    }

    @Test
    void whatCannotBeToldIsKeptWithItsPlaceAndBlocksNothing() {
        broker.sendTombstone(topic, 0, "hubspot:7");
        broker.send(topic, 0, event(1, Instant.now().plus(Duration.ofHours(25))));
        broker.send(topic, 0, "{\"specversion\":");
        broker.send(topic, 0, event(2, Instant.now().plus(Duration.ofHours(23))));
        broker.send(topic, 0, event(3, Instant.now().minus(Duration.ofDays(89))));
        broker.send(binary("100% sure", "io.caucus.account", "{\"id\":\"hubspot:9\",\"name\":\"Nine\"}"));
        broker.send(binary("x", "com.example.other", "{}"));
        var stream = open(neo4j.streamWriter());
        try (stream) {
            awaitAllTold();
        }

        assertThat(pending())
                .extracting(PendingEvent::source, PendingEvent::code)
                .containsExactlyInAnyOrder(
                        tuple(topic, RejectCode.DELETED),
                        tuple(topic, RejectCode.AFTER_EXPORT),
                        tuple(topic, RejectCode.MALFORMED),
                        tuple(topic, RejectCode.UNKNOWN_VALUE));
        assertThat(pending())
                .extracting(PendingEvent::delivery)
                .allMatch(delivery -> delivery.matches(topic + "-[A-Za-z0-9_-]{22}-0-[0126]"));
        assertThat(neo4j.accountIndex().newestKnownAt()).isNotEmpty();

        // The same pending folder as that of webhooks, so they are tried again in the same way: a deletion stays one.
        var telling = new EventTelling(neo4j.factWriter(), neo4j.entityDirectory());
        Pending.in(dataFolder).replay(telling, "replay", Instant.now().plus(Duration.ofDays(2)));
        assertThat(pending()).extracting(PendingEvent::code).contains(RejectCode.DELETED);
    }

    @Test
    void theLagIsWhatTheBrokerHasAndTheGraphHasNot() {
        send(100, 7);
        assertThat(lags())
                .extracting(PartitionLag::lag)
                .satisfies(lag -> assertThat(sum(lag)).isEqualTo(150));
        assertThat(lags()).extracting(PartitionLag::next).containsOnly(OptionalLong.empty());

        var stream = open(neo4j.streamWriter());
        try (stream) {
            awaitAllTold();
        }

        assertThat(lags()).extracting(PartitionLag::lag).containsOnly(0L);
    }

    @Test
    void aTopicThatIsNotThereIsNamed() {
        var settings = new StreamSettings(broker.address(), "nowhere", "caucus", Map.of());

        assertThatExceptionOfType(StreamUnreachable.class)
                .isThrownBy(() -> PartitionLag.of(settings, neo4j.streamWriter()))
                .withMessageStartingWith("There is no topic 'nowhere' at " + broker.address());
    }

    private static long sum(List<? extends Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    private static final class Outage extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Account {@code number} with its name, told on one of the days before. */
    private static String event(int number, Instant at) {
        return """
                {"specversion":"1.0","id":"%d","source":"/shop","type":"io.caucus.account","time":"%s",
                 "data":{"id":"hubspot:%d","name":"Name %d"}}""".formatted(number, at, number % 50, number);
    }

    private static String event(int number) {
        return event(number, Instant.parse("2026-11-01T00:00:00Z").plusSeconds(number));
    }

    private ProducerRecord<byte[], byte[]> binary(String id, String type, String data) {
        var headers = new RecordHeaders();
        Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "/shop", "ce_type", type)
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return new ProducerRecord<>(topic, 0, null, null, data.getBytes(UTF_8), headers);
    }

    private String digestOfADirectWrite(int events) {
        var types = CaucusEvents.from(topic);
        var arrived = new ArrayList<ArrivedEvent>();
        for (int number = 0; number < events; number++) {
            arrived.add(new ArrivedEvent(types.event(read(event(number)), CLOCK.instant()), "direct", number + 1L));
        }
        new EventTelling(neo4j.factWriter(), neo4j.entityDirectory()).tell("direct", arrived);
        var digest = neo4j.digest();
        Neo4jServer.shared().wipe();
        return digest;
    }

    private static CloudEvent read(String event) {
        try {
            return CloudEvents.read(Map.of("content-type", CloudEvents.STRUCTURED), event.getBytes(UTF_8))
                    .getFirst();
        } catch (NotAnEvent e) {
            throw new AssertionError(e);
        }
    }

    /** All events, half of them twice, shuffled over the partitions. */
    private void send(int events, long seed) {
        var numbers = new ArrayList<Integer>();
        for (int number = 0; number < events; number++) {
            numbers.add(number);
            if (number % 2 == 0) {
                numbers.add(number);
            }
        }
        Collections.shuffle(numbers, new Random(seed));
        for (int index = 0; index < numbers.size(); index++) {
            broker.send(topic, index % PARTITIONS, event(numbers.get(index)));
        }
    }

    private AccountStream open(StreamWriter writer) {
        return open(writer, StreamProcess.FAST);
    }

    private AccountStream open(StreamWriter writer, Map<String, String> properties) {
        var target = new StreamTarget(
                writer,
                neo4j.entityDirectory(),
                Pending.in(dataFolder),
                failure -> failure instanceof GraphUnavailable || failure instanceof Outage);
        return AccountStream.open(new StreamSettings(broker.address(), topic, "caucus", properties), target, CLOCK);
    }

    /** The graph, with something that happens before each write, and a count of those it refuses. */
    private StreamWriter before(Runnable action) {
        var writer = neo4j.streamWriter();
        return new StreamWriter() {

            @Override
            public OptionalLong findNext(StreamPartition partition) {
                return writer.findNext(partition);
            }

            @Override
            public FactWriter.Written write(String batchId, List<SourcedFacts> batch, StreamMove move) {
                action.run();
                try {
                    return writer.write(batchId, batch, move);
                } catch (StaleOffset e) {
                    refusals.incrementAndGet();
                    throw e;
                }
            }
        };
    }

    private List<PendingEvent> pending() {
        return Pending.in(dataFolder).list();
    }

    private List<PartitionLag> lags() {
        broker.flush();
        return PartitionLag.of(new StreamSettings(broker.address(), topic, "caucus", Map.of()), neo4j.streamWriter());
    }

    private long told() {
        return lags().stream().mapToLong(lag -> lag.next().orElse(0)).sum();
    }

    private void awaitAllTold() {
        await(() -> lags().stream().allMatch(lag -> lag.lag() == 0));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
