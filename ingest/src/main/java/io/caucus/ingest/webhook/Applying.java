package io.caucus.ingest.webhook;

import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import io.caucus.ingest.event.ArrivedEvent;
import io.caucus.ingest.event.Event;
import io.caucus.ingest.event.EventTelling;
import io.caucus.ingest.event.NotAnEvent;
import io.caucus.ingest.event.RejectedEvent;
import io.caucus.ingest.spool.Spool;
import io.caucus.ingest.spool.Spooled;
import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Applies what was spooled, in order, on a thread of its own.
 *
 * <p>Each portion is written, what cannot be told is kept as pending, and then the checkpoint moves; a process that ends in between
 * does it again, and the ledger sees to it that it counts once. While the graph cannot be reached the portion waits, and so does
 * what comes behind it. What the graph refuses for another reason is told event by event, and the one at fault is kept as pending.
 */
final class Applying implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Applying.class.getName());
    private static final int MOST_DELIVERIES = 200;
    private static final long MOST_BYTES = 2 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRIMS = Duration.ofHours(1);

    private static final Event UNREADABLE = new Event("unknown", "unknown", "unknown", references -> {
        throw new RejectedRow(RejectCode.MALFORMED, "", "the delivery cannot be read any more");
    });

    private final Spool spool;
    private final EventTelling telling;
    private final Pending pending;
    private final Predicate<RuntimeException> isUnavailable;
    private final InstantSource clock;
    private final DeliveredEvents deliveries = new DeliveredEvents();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("webhooks").unstarted(this::run);

    /** @param isUnavailable whether a failure of the graph passes by itself */
    Applying(
            Spool spool,
            EventTelling telling,
            Pending pending,
            Predicate<RuntimeException> isUnavailable,
            InstantSource clock) {
        this.spool = spool;
        this.telling = telling;
        this.pending = pending;
        this.isUnavailable = isUnavailable;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    private void run() {
        var trimmed = Instant.EPOCH;
        boolean isTroubled = false;
        while (stopped.getCount() > 0) {
            try {
                applyNext();
                if (Duration.between(trimmed, clock.instant()).compareTo(BETWEEN_TRIMS) > 0) {
                    trimmed = clock.instant();
                    spool.trimArchive(trimmed);
                }
                isTroubled = false;
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                if (!isTroubled) {
                    LOG.log(Logger.Level.ERROR, "deliveries wait in the spool until this passes: {0}", e.toString());
                }
                isTroubled = true;
                pause();
            }
        }
    }

    private void pause() {
        try {
            var unused = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One delivery of a portion: where it stands and what it brought. */
    private record Taken(Spooled spooled, String source, List<ArrivedEvent> events) {}

    private void applyNext() throws IOException, InterruptedException {
        var portion = spool.read(spool.checkpoint(), MOST_DELIVERIES, MOST_BYTES, PATIENCE);
        if (portion.isEmpty()) {
            return;
        }
        var taken = new ArrayList<Taken>();
        for (Spooled spooled : portion) {
            taken.add(take(spooled));
        }
        var rejected = tell(taken.stream().flatMap(one -> one.events().stream()).toList());
        for (Taken one : taken) {
            keepRejected(one, rejected);
        }
        spool.checkpoint(portion.getLast().next());
    }

    private Taken take(Spooled spooled) {
        var name = spooled.position().toString();
        try {
            var delivery = Delivery.read(spooled.content());
            return new Taken(spooled, delivery.source(), arrived(name, deliveries.read(delivery)));
        } catch (IOException | NotAnEvent e) {
            // It was readable when it came, so a later version reads it differently: kept for one that reads it again.
            return new Taken(spooled, "unknown", List.of(new ArrivedEvent(UNREADABLE, name, 1)));
        }
    }

    private static List<ArrivedEvent> arrived(String delivery, List<Event> events) {
        var arrived = new ArrayList<ArrivedEvent>();
        for (int index = 0; index < events.size(); index++) {
            arrived.add(new ArrivedEvent(events.get(index), delivery, index + 1L));
        }
        return arrived;
    }

    private List<RejectedEvent> tell(List<ArrivedEvent> events) {
        try {
            return telling.tell(batchId(), events).rejected();
        } catch (RuntimeException e) {
            if (isUnavailable.test(e)) {
                throw e;
            }
            return tellOneByOne(events);
        }
    }

    private List<RejectedEvent> tellOneByOne(List<ArrivedEvent> events) {
        var rejected = new ArrayList<RejectedEvent>();
        for (ArrivedEvent event : events) {
            try {
                rejected.addAll(telling.tell(batchId(), List.of(event)).rejected());
            } catch (RuntimeException e) {
                if (isUnavailable.test(e)) {
                    throw e;
                }
                rejected.add(new RejectedEvent(
                        event,
                        RejectCode.MALFORMED,
                        "",
                        "the graph refused it: " + e.getClass().getSimpleName()));
            }
        }
        return rejected;
    }

    private String batchId() {
        return "webhooks-" + clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void keepRejected(Taken taken, List<RejectedEvent> rejected) throws IOException {
        var delivery = taken.spooled().position().toString();
        var own = rejected.stream()
                .filter(one -> one.arrived().delivery().equals(delivery))
                .toList();
        if (!own.isEmpty()) {
            pending.keep(delivery, taken.source(), taken.spooled().content(), own, clock.instant());
        }
    }

    /** Returns once the thread has ended; what it had not applied it will apply the next time. */
    @Override
    public void close() {
        stopped.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
