package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * One use of the server of a data folder. Whoever closes the last one stops the server.
 *
 * <p>The server does not hear the terminal's Ctrl-C, so a program that may be ended that way closes this in a shutdown hook,
 * after everything that still talks to the database. A program that is killed leaves the server running; the next one joins
 * it.
 *
 * <p>{@link #start}, {@link #close} and {@link #stop} may be called from any thread of any process, at once. They wait for
 * each other.
 */
public final class LocalNeo4j implements AutoCloseable {

    private static final String USER = "neo4j";
    /** How long whoever only stops a server waits for others that start or stop it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    /** A server that was killed is gone a little before the system has taken its locks away. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(3);

    private static final int PORTS_TO_TRY = 3;

    private final DataFolder folder;
    private final Settings settings;
    private final Connection connection;
    private final boolean startedByUs;
    private final String password;
    private final Path holder;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalNeo4j(DataFolder folder, Settings settings, Connection connection, boolean startedByUs) {
        this.folder = folder;
        this.settings = settings;
        this.connection = connection;
        this.startedByUs = startedByUs;
        FirstStart.finish(folder);
        this.password = Password.of(folder);
        this.holder = new Holders(folder).enter();
    }

    /**
     * A server that runs now.
     *
     * @param holders the pids of those who use it, one for each use; none if they were all killed
     */
    public record Running(URI uri, long pid, List<Long> holders) {

        public Running {
            holders = List.copyOf(holders);
        }
    }

    /**
     * Starts the server of a data folder, or joins it if it runs already, and returns once it answers.
     *
     * @throws LocalNeo4jException if it cannot be had; a server that this call started is stopped again then
     */
    public static LocalNeo4j start(Settings settings) {
        var folder = DataFolder.create(settings.dataFolder());
        return StartLock.holding(
                folder,
                PATIENCE,
                () -> join(folder, settings)
                        .orElseGet(() -> new LocalNeo4j(folder, settings, startServer(folder, settings), true)));
    }

    /** The server that runs on a data folder, whoever started it. */
    public static Optional<Running> running(Path dataFolder) {
        return DataFolder.find(dataFolder)
                .flatMap(folder -> Connection.running(folder)
                        .map(connection -> new Running(
                                connection.uri(), connection.server().pid(), new Holders(folder).alive())));
    }

    /**
     * Stops the server of a data folder, whoever uses it.
     *
     * @return false if none was running
     */
    public static boolean stop(Path dataFolder) {
        return DataFolder.find(dataFolder)
                .filter(folder ->
                        undisturbed(() -> StartLock.holding(folder, PATIENCE, () -> stop(folder, STOP_LIMIT))))
                .isPresent();
    }

    public URI uri() {
        return connection.uri();
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Of the server. */
    public long pid() {
        return connection.server().pid();
    }

    /** Whether this use is the one that started the server. */
    public boolean startedByUs() {
        return startedByUs;
    }

    /** Leaves; the last to leave stops the server and waits for its end. Closing again does nothing. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            undisturbed(this::leave);
        }
    }

    private boolean leave() {
        var holders = new Holders(folder);
        holders.leave(holder);
        return StartLock.holding(
                folder, settings.patience(), () -> holders.alive().isEmpty() && stop(folder, settings.stopLimit()));
    }

    private static boolean stop(DataFolder folder, Duration limit) {
        var running = Connection.running(folder);
        running.ifPresent(connection -> ServerProcess.stop(connection, limit));
        return running.isPresent();
    }

    /** A thread that is told to stop in the middle of stopping a server first finishes, then stops. */
    private static <T> T undisturbed(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Optional<LocalNeo4j> join(DataFolder folder, Settings settings) {
        return Connection.running(folder)
                .filter(connection -> ServerProcess.answers(folder, connection, settings.startLimit()))
                .map(connection -> new LocalNeo4j(folder, settings, connection, false));
    }

    private static Connection startServer(DataFolder folder, Settings settings) {
        var java = JavaCommand.of(settings.javaHome(), settings.serverLibraries());
        settings.freeSpace().check(folder.path());
        checkNobodyHasTheStore(folder);
        for (int attempt = 1; ; attempt++) {
            try {
                return startServer(folder, java, settings, BoltPort.choose(folder, settings.boltPort()));
            } catch (LocalNeo4jException e) {
                boolean anotherPortMayDo = e.problem() == Problem.PORT_TAKEN && settings.boltPort() == BoltPort.ANY;
                if (!anotherPortMayDo || attempt == PORTS_TO_TRY) {
                    throw e;
                }
            }
        }
    }

    private static Connection startServer(DataFolder folder, JavaCommand java, Settings settings, int port) {
        long logBefore = ServerLog.length(folder.serverLog());
        var connection = ServerProcess.start(folder, java, settings, port);
        boolean ready = false;
        try {
            if (!ServerProcess.answers(folder, connection, settings.startLimit())) {
                throw ServerLog.explainDeath(folder, logBefore);
            }
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                undisturbed(() -> stop(folder, settings.stopLimit()));
            }
        }
    }

    private static void checkNobodyHasTheStore(DataFolder folder) {
        var deadline = Deadline.in(LAST_BREATH);
        while (isLocked(folder.storeLock(), folder)) {
            if (deadline.hasPassed()) {
                throw new LocalNeo4jException(
                        Problem.FOLDER_LOCKED,
                        "The database files in %s are in use by a server that Caucus did not start. Stop it, or choose another data folder."
                                .formatted(folder.path()));
            }
            deadline.pause();
        }
    }

    private static boolean isLocked(Path file, DataFolder folder) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException thisProcessHasIt) {
            return true;
        } catch (NoSuchFileException neverStarted) {
            return false;
        } catch (IOException e) {
            throw DataFolder.notWritable(folder.path(), e);
        }
    }
}
