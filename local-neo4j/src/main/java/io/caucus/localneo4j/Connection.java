package io.caucus.localneo4j;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/** The server of a folder: which process it is and where it listens. */
record Connection(int port, ProcessIdentity server) {

    private static final String PORT = "port";
    private static final String PID = "pid";
    private static final String STARTED = "started";

    /**
     * The server that runs on the folder: the one on record or, should whoever started it have died before it could take a
     * note, the one whose command line names the folder.
     */
    static Optional<Connection> running(DataFolder folder) {
        return recorded(folder)
                .filter(connection -> connection.server.isRunning())
                .or(() -> orphan(folder));
    }

    /** The last server of the folder, running or not. */
    static Optional<Connection> recorded(DataFolder folder) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(folder.connection())));
            var started = Instant.ofEpochMilli(Long.parseLong(properties.getProperty(STARTED)));
            var server = new ProcessIdentity(Long.parseLong(properties.getProperty(PID)), started);
            return Optional.of(new Connection(Integer.parseInt(properties.getProperty(PORT)), server));
        } catch (IOException | NumberFormatException noRecordOrAStrangersFile) {
            return Optional.empty();
        }
    }

    void record(DataFolder folder) {
        folder.write(folder.connection(), """
                %s=%d
                %s=%d
                %s=%d
                """.formatted(
                        PORT, port, PID, server.pid(), STARTED, server.started().toEpochMilli()));
    }

    URI uri() {
        return URI.create("bolt://127.0.0.1:" + port);
    }

    private static Optional<Connection> orphan(DataFolder folder) {
        var argument = ServerProcess.homeArgument(folder);
        return ProcessHandle.allProcesses()
                .filter(process -> hasArgument(process, argument))
                .findFirst()
                .flatMap(process ->
                        configuredPort(folder).map(port -> new Connection(port, ProcessIdentity.of(process))));
    }

    private static boolean hasArgument(ProcessHandle process, String argument) {
        return process.info()
                .arguments()
                .filter(arguments -> Arrays.asList(arguments).contains(argument))
                .isPresent();
    }

    private static Optional<Integer> configuredPort(DataFolder folder) {
        try {
            return ServerConfiguration.portIn(Files.readString(folder.configurationFile()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw DataFolder.notWritable(folder.path(), e);
        }
    }
}
