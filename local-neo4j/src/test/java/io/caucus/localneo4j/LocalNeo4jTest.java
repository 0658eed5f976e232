package io.caucus.localneo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.exceptions.Neo4jException;

@Tag("neo4j")
class LocalNeo4jTest {

    /** One for all tests: a first start takes longer, and is the subject of another class. */
    @TempDir
    static Path dataFolder;

    /** What a server takes to stop, by default, whatever the machine; without them it is a fraction of a second. */
    private static final Duration TEN_QUIET_SECONDS = Duration.ofSeconds(10);

    private final Queue<LocalNeo4j> uses = new ConcurrentLinkedQueue<>();

    @AfterEach
    void nothingIsLeftRunning() {
        uses.forEach(LocalNeo4j::close);
        LocalNeo4j.stop(dataFolder);
    }

    @Test
    void theServerRunsUntilTheLastHolderLeaves() {
        var first = start();
        var second = start();

        assertThat(first.startedByUs()).isTrue();
        assertThat(second.startedByUs()).isFalse();
        assertThat(second.pid()).isEqualTo(first.pid());
        assertThat(LocalNeo4j.running(dataFolder))
                .hasValueSatisfying(running -> assertThat(running.holders()).hasSize(2));

        first.close();
        first.close();
        assertThat(isAnswering(second)).isTrue();

        var stop = stopwatch(second::close);
        assertThat(LocalNeo4j.running(dataFolder)).isEmpty();
        assertThat(stop).isLessThan(TEN_QUIET_SECONDS);
    }

    @Test
    void whatWasWrittenIsThereAfterARestartUnderTheSamePasswordAndPort() {
        var before = start(asInProduction());
        BoltClient.query(before, "CREATE (:Kept)");
        before.close();

        var after = start(asInProduction());

        assertThat(after.password()).isEqualTo(before.password());
        assertThat(after.uri()).isEqualTo(before.uri());
        assertThat(BoltClient.query(after, "MATCH (k:Kept) RETURN count(k) AS n"))
                .isEqualTo(1);
        after.close();
    }

    @Test
    void acknowledgedWritesSurviveAKillOfTheServer() throws Exception {
        var killed = start();
        var acknowledged = new AtomicInteger();
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> writeUntilItFails(killed, acknowledged));
            Await.until(() -> acknowledged.get() >= 100);
            ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
            writing.get(2, TimeUnit.MINUTES);
        }

        var restarted = start();

        assertThat(restarted.startedByUs()).isTrue();
        assertThat(restarted.pid()).isNotEqualTo(killed.pid());
        assertThat(BoltClient.query(restarted, "MATCH (w:Written) RETURN count(w) AS n"))
                .isBetween(acknowledged.get(), acknowledged.get() + 1);
        killed.close();
        assertThat(isAnswering(restarted)).isTrue();
        restarted.close();
    }

    @Test
    void aServerThatOutlivedItsHolderIsJoinedAndStoppedByTheNext() throws Exception {
        long server;
        try (var other = OtherProcess.launch(dataFolder)) {
            server = other.report().serverPid();
            other.kill();
        }

        var next = start();

        assertThat(next.startedByUs()).isFalse();
        assertThat(next.pid()).isEqualTo(server);
        next.close();
        assertThat(LocalNeo4j.running(dataFolder)).isEmpty();
    }

    @Test
    void aServerThatNobodyNotedDownIsFoundByItsCommandLine() throws IOException {
        var first = start();
        Files.delete(dataFolder.resolve("neo4j/connection.properties"));

        var second = start();

        assertThat(second.pid()).isEqualTo(first.pid());
        assertThat(second.uri()).isEqualTo(first.uri());
        first.close();
        second.close();
        assertThat(LocalNeo4j.running(dataFolder)).isEmpty();
    }

    @Test
    void processesThatStartAtOnceShareOneServer() throws Exception {
        try (var one = OtherProcess.launch(dataFolder);
                var two = OtherProcess.launch(dataFolder)) {
            var reports = new OtherProcess.Report[] {one.report(), two.report()};

            assertThat(reports[0].serverPid()).isEqualTo(reports[1].serverPid());
            assertThat(reports[0].started()).isNotEqualTo(reports[1].started());
            one.leave();
            assertThat(LocalNeo4j.running(dataFolder)).isPresent();
            two.leave();
            assertThat(LocalNeo4j.running(dataFolder)).isEmpty();
        }
    }

    @Test
    void threadsThatStartAtOnceShareOneServer() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var starts = threads.invokeAll(List.<Callable<LocalNeo4j>>of(this::start, this::start));
            var one = starts.get(0).get();
            var two = starts.get(1).get();

            assertThat(one.pid()).isEqualTo(two.pid());
            assertThat(one.startedByUs()).isNotEqualTo(two.startedByUs());
            one.close();
            two.close();
        }
        assertThat(LocalNeo4j.running(dataFolder)).isEmpty();
    }

    @Test
    void aServerIsStoppedWhoeverUsesItAndWhateverIsStillOpen() {
        var neo4j = start();
        try (var driver = BoltClient.driver(neo4j)) {
            driver.session().beginTransaction().run("CREATE (:NeverCommitted)").consume();

            var stop = stopwatch(() -> assertThat(LocalNeo4j.stop(dataFolder)).isTrue());

            assertThat(stop).isLessThan(TEN_QUIET_SECONDS);
        }
        assertThat(LocalNeo4j.stop(dataFolder)).isFalse();
        assertThat(LocalNeo4j.running(dataFolder)).isEmpty();
    }

    private LocalNeo4j start() {
        return start(TestSettings.on(dataFolder));
    }

    private LocalNeo4j start(Settings settings) {
        var use = LocalNeo4j.start(settings);
        uses.add(use);
        return use;
    }

    private Settings asInProduction() {
        return Settings.of(dataFolder, TestSettings.LIBRARIES);
    }

    private static boolean isAnswering(LocalNeo4j neo4j) {
        return BoltHandshake.isAnsweredAt(neo4j.uri().getPort());
    }

    private static int writeUntilItFails(LocalNeo4j neo4j, AtomicInteger acknowledged) {
        try (var driver = BoltClient.driver(neo4j);
                var session = driver.session()) {
            while (true) {
                session.run("CREATE (:Written)").consume();
                acknowledged.incrementAndGet();
            }
        } catch (Neo4jException serverGone) {
            return acknowledged.get();
        }
    }

    private static Duration stopwatch(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
