package io.caucus.ingest.stream;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic and tells it to the graph, on a thread of its own, from when it is opened until it is closed. Whatever is away, broker
 * or graph, is tried again until it is back.
 */
public final class AccountStream implements AutoCloseable {

    private static final Logger LOG = System.getLogger(AccountStream.class.getName());
    private static final Duration TO_FINISH = Duration.ofSeconds(15);
    private static final Duration TO_LEAVE = Duration.ofSeconds(5);

    private final StreamSettings settings;
    private final StreamTarget target;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("stream").unstarted(this::run);
    private volatile @Nullable KafkaConsumer<byte[], byte[]> open;

    private AccountStream(StreamSettings settings, StreamTarget target, InstantSource clock) {
        this.settings = settings;
        this.target = target;
        this.clock = clock;
    }

    /** @param clock for the audit trail, for what lies in the future, and for how long to wait */
    public static AccountStream open(StreamSettings settings, StreamTarget target, InstantSource clock) {
        var stream = new AccountStream(settings, target, clock);
        stream.thread.start();
        return stream;
    }

    private void run() {
        var backOff = new BackOff();
        while (isGoingOn()) {
            try {
                read(backOff);
            } catch (WakeupException | InterruptException e) {
                // The one that closes sets stopped before; the loop sees it.
            } catch (RuntimeException e) {
                retryLater(e, backOff);
            }
        }
    }

    private boolean isGoingOn() {
        return stopped.getCount() > 0;
    }

    private void read(BackOff backOff) {
        var topicId = topicId();
        var consumer = new KafkaConsumer<byte[], byte[]>(settings.ofConsumer());
        try {
            open = consumer;
            var reading = new StreamReading(settings, topicId, consumer, target, clock);
            reading.join();
            while (isGoingOn()) {
                reading.next();
                backOff.succeeded();
            }
        } finally {
            open = null;
            consumer.close(CloseOptions.timeout(TO_LEAVE));
        }
    }

    private String topicId() {
        try (var broker = Broker.of(settings)) {
            return broker.topic().id();
        }
    }

    private void retryLater(RuntimeException failure, BackOff backOff) {
        if (!backOff.isTroubled()) {
            LOG.log(
                    Logger.Level.ERROR,
                    "stream {0} waits until this passes: {1}",
                    settings.topic(),
                    failure.toString());
        }
        try {
            var unused = stopped.await(backOff.next().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes the records at hand, leaves the group, and returns. */
    @Override
    public void close() {
        stopped.countDown();
        var consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (!thread.join(TO_FINISH)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
