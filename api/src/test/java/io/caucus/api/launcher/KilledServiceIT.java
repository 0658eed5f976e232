package io.caucus.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.ingest.webhook.Pending;
import io.caucus.localneo4j.LocalNeo4j;
import io.caucus.testkit.Neo4jServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service that is killed between its steps while somebody delivers to it: started again, it comes to the graph of one that nobody
 * disturbed. What it had acknowledged is not sent again, so it has to be in the graph; what it had not, or what is sent again all the
 * same, may not be there twice.
 *
 * <p>{@code -Dcaucus.service.kills=20} kills more often than the three times it always does.
 */
@Tag("neo4j")
class KilledServiceIT {

    private static final int KILLS = Integer.getInteger("caucus.service.kills", Moment.values().length);
    private static final int EVENTS_FOR_EACH_KILL = 600;
    private static final int MOST_MILLISECONDS_LATER = 50;

    /** Where the service is when it is killed. */
    private enum Moment {
        /** Deliveries are on the disk whose senders have no answer. */
        BEFORE_THE_ANSWER,
        /** All are answered and none is in the graph, for the database is dead. */
        BEFORE_THE_REPLAY,
        /** Some are in the graph and some are not. */
        IN_THE_REPLAY;

        static Moment of(int kill) {
            return values()[(kill - 1) % values().length];
        }
    }

    @TempDir
    Path folder;

    private final Sender sender = new Sender();
    private final SplittableRandom random = new SplittableRandom(KILLS);
    private final List<Duration> firstAnswers = new ArrayList<>();
    private Path data;
    private Launcher caucus;

    @BeforeEach
    void begin() throws IOException {
        data = folder.resolve("killed");
        caucus = new Launcher(data);
        sender.introduceTo(data);
    }

    @AfterEach
    void end() {
        sender.close();
        caucus.run("stop");
    }

    @Test
    void whatWasAcknowledgedIsInTheGraphOnceWhereverTheServiceIsKilled() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            var service = serve();
            switch (Moment.of(kill)) {
                case BEFORE_THE_ANSWER -> killBeforeTheAnswer(service);
                case BEFORE_THE_REPLAY -> killBeforeTheReplay(service);
                case IN_THE_REPLAY -> killInTheReplay(service);
            }
        }

        var service = serve();
        sender.send(service.url(), 0).join();
        await(() -> service.waiting() == 0);

        assertThat(sender.unacknowledged()).isEmpty();
        assertThat(Pending.in(data).list()).isEmpty();
        assertThat(caucus.run("digest").out()).isEqualTo(digestOfAnUndisturbedService());
        System.out.printf(
                "%d kills, %,d events in %,d deliveries, %,d of them on the disk and not acknowledged; first answers after a start: %s ms%n",
                KILLS,
                sender.events(),
                service.spooled(),
                service.spooled() - sender.answers(),
                firstAnswers.stream().map(Duration::toMillis).toList());
    }

    private RunningService serve() throws IOException {
        var service = caucus.serve();
        firstAnswers.add(sender.timeNext(service.url()));
        return service;
    }

    /** A moment too short to be met by chance: the service is halted again and again until it is there. */
    private void killBeforeTheAnswer(RunningService service) throws Exception {
        int before = service.spooled() - sender.answers();
        var sending = sender.send(service.url(), EVENTS_FOR_EACH_KILL);
        do {
            signal("CONT", service.process().pid());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLISECONDS_LATER)));
            signal("STOP", service.process().pid());
            sender.awaitSilence();
        } while (service.spooled() - sender.answers() == before && !sending.isDone());
        service.killIn(0);
        sending.join();

        assertThat(service.spooled() - sender.answers())
                .as("deliveries on the disk without an answer")
                .isGreaterThan(before);
    }

    private void killBeforeTheReplay(RunningService service) throws Exception {
        await(() -> service.waiting() == 0);
        var database = ProcessHandle.of(databaseProcess()).orElseThrow();
        database.destroyForcibly();
        database.onExit().join();

        sender.send(service.url(), EVENTS_FOR_EACH_KILL).join();
        service.killIn(random.nextInt(MOST_MILLISECONDS_LATER));

        assertThat(sender.unacknowledged()).isEmpty();
        assertThat(service.waiting()).isGreaterThanOrEqualTo(EVENTS_FOR_EACH_KILL);
    }

    private void killInTheReplay(RunningService service) throws Exception {
        await(() -> service.waiting() == 0);
        long database = databaseProcess();
        signal("STOP", database);
        try {
            sender.send(service.url(), EVENTS_FOR_EACH_KILL).join();
        } finally {
            signal("CONT", database);
        }
        assertThat(sender.unacknowledged()).isEmpty();

        var checkpoint = service.checkpoint();
        await(() -> service.checkpoint().compareTo(checkpoint) > 0);
        service.killIn(random.nextInt(MOST_MILLISECONDS_LATER));

        assertThat(service.waiting()).as("deliveries not yet replayed").isPositive();
    }

    private String digestOfAnUndisturbedService() throws Exception {
        var undisturbed = folder.resolve("undisturbed");
        var launcher = Launcher.onEmptied(Neo4jServer.shared(), undisturbed);
        try (var other = new Sender()) {
            other.introduceTo(undisturbed);
            var service = launcher.serve();
            other.send(service.url(), sender.events()).join();
            assertThat(other.unacknowledged()).isEmpty();
            await(() -> service.waiting() == 0);
            return launcher.run("digest").out();
        } finally {
            launcher.run("stop");
        }
    }

    private long databaseProcess() {
        return LocalNeo4j.running(data).orElseThrow().pid();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var deadline = Instant.now().plusSeconds(60);
        while (!condition.call()) {
            assertThat(Instant.now()).as("it happens in time").isBefore(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
