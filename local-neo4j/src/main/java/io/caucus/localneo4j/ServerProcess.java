package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the server, waits until it answers, and stops it. */
final class ServerProcess {

    private static final String MAIN_CLASS = "org.neo4j.server.Neo4jCommunity";

    /**
     * A terminal sends Ctrl-C, Ctrl-Z and its own end to every process started from it. The server ignores them all, so that
     * it is still there while the one who uses it finishes and then stops it in order. Ignored signals stay ignored across
     * {@code exec}, and neither Java nor the server takes up one that was ignored when it began.
     */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP QUIT TSTP; exec \"$@\"", "neo4j");

    private ServerProcess() {}

    /** The argument by which a server of this folder can be told from all other processes. */
    static String homeArgument(DataFolder folder) {
        return "--home-dir=" + folder.home();
    }

    /** Starts a server and notes it down at once; it does not answer yet. */
    static Connection start(DataFolder folder, JavaCommand java, Settings settings, int port) {
        folder.write(folder.configurationFile(), ServerConfiguration.of(port, settings.memory()));
        Password.prepare(folder, java);
        try {
            var process = new ProcessBuilder(command(folder, java, settings))
                    .directory(folder.home().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.console().toFile())
                    .start();
            var connection = new Connection(port, ProcessIdentity.of(process.toHandle()));
            connection.record(folder);
            return connection;
        } catch (IOException e) {
            throw DataFolder.notWritable(folder.path(), e);
        }
    }

    private static List<String> command(DataFolder folder, JavaCommand java, Settings settings) {
        var options = new ArrayList<String>();
        options.add("-Xmx%dm".formatted(settings.memory().heapMebibytes()));
        options.add("--enable-native-access=ALL-UNNAMED");
        if (settings.quickStart()) {
            options.addAll(JavaCommand.LIGHT);
        }
        var arguments = List.of(homeArgument(folder), "--config-dir=" + folder.configuration());
        var command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.addAll(java.running(MAIN_CLASS, options, arguments));
        return command;
    }

    /**
     * Waits until the server answers.
     *
     * @return false if it ended instead
     */
    static boolean answers(DataFolder folder, Connection connection, Duration limit) {
        var deadline = Deadline.in(limit);
        while (!BoltHandshake.isAnsweredAt(connection.port())) {
            if (!connection.server().isRunning()) {
                return false;
            }
            if (deadline.hasPassed()) {
                throw new LocalNeo4jException(Problem.NOT_ANSWERING, """
                        The database in %s (process %d) does not answer on port %d within %.1f s. Allow more time, or end that \
                        process and start again; its log is %s.""".formatted(
                                folder.path(),
                                connection.server().pid(),
                                connection.port(),
                                limit.toMillis() / 1000.0,
                                folder.serverLog()));
            }
            deadline.pause();
        }
        return true;
    }

    /** Asks the server to stop, and kills it if it does not within the limit. */
    static void stop(Connection connection, Duration limit) {
        connection.server().find().ifPresent(ProcessHandle::destroy);
        awaitEnd(connection, limit);
        connection.server().find().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd(connection, limit);
    }

    private static void awaitEnd(Connection connection, Duration limit) {
        var deadline = Deadline.in(limit);
        while (connection.server().isRunning() && !deadline.hasPassed()) {
            deadline.pause();
        }
    }
}
