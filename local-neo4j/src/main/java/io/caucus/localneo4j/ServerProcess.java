package io.caucus.localneo4j;

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
        folder.write(
                folder.configurationFile(), ServerConfiguration.of(port, settings.memory(), settings.quickStart()));
        FirstStart.prepare(folder, java);
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
        options.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
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
                throw ServerLog.explainSilence(folder, connection, limit);
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
