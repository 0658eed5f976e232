package io.caucus.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.localneo4j.FreeSpace;
import io.caucus.localneo4j.LocalNeo4j;
import io.caucus.localneo4j.Memory;
import io.caucus.localneo4j.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * A real Neo4j for tests: one process for each test JVM, started when the first test asks for it and stopped with the JVM.
 *
 * <p>With {@code CAUCUS_TEST_NEO4J_URI}, {@code …_USER} and {@code …_PASSWORD} set, as system properties or in the environment,
 * tests use that server instead: so the same tests run against a container, with {@code -Dcaucus.test.jvms=1} one after
 * another. It is emptied by {@link #wipe}.
 *
 * <p>Tests that use it carry {@code @Tag("neo4j")} and do not run at once, for they share one database.
 */
public final class Neo4jServer {

    private static final String LIBRARIES = "caucus.neo4j.lib";
    private static final String GIVEN_URI = "CAUCUS_TEST_NEO4J_URI";
    private static final String GIVEN_USER = "CAUCUS_TEST_NEO4J_USER";
    private static final String GIVEN_PASSWORD = "CAUCUS_TEST_NEO4J_PASSWORD";

    private static final Path FOLDERS = Path.of("target", "neo4j-server");

    /** Made when first asked for. */
    private static final class Shared {

        static final Neo4jServer SERVER = given().orElseGet(Neo4jServer::start);
    }

    private final URI uri;
    private final String user;
    private final String password;
    private final Driver driver;

    private Neo4jServer(URI uri, String user, String password) {
        this.uri = uri;
        this.user = user;
        this.password = password;
        this.driver = GraphDatabase.driver(uri, AuthTokens.basic(user, password));
    }

    /**
     * The server of this JVM.
     *
     * @throws io.caucus.localneo4j.LocalNeo4jException if it cannot be started, for example because its jars were not built
     */
    public static Neo4jServer shared() {
        return Shared.SERVER;
    }

    public URI uri() {
        return uri;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** Open as long as the server runs; not to be closed. */
    public Driver driver() {
        return driver;
    }

    /** Deletes all nodes and relationships; constraints and indexes stay. */
    public void wipe() {
        try (var session = driver.session()) {
            session.run(resource("wipe.cypher")).consume();
        }
    }

    private static Optional<Neo4jServer> given() {
        return setting(GIVEN_URI)
                .map(uri -> new Neo4jServer(
                        URI.create(uri),
                        setting(GIVEN_USER).orElse("neo4j"),
                        setting(GIVEN_PASSWORD).orElse("")));
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(name)));
    }

    private static Neo4jServer start() {
        clearAwayWhatKilledTestsLeft();
        var dataFolder = FOLDERS.resolve(Long.toString(ProcessHandle.current().pid()));
        var neo4j = LocalNeo4j.start(Settings.of(dataFolder, libraries())
                .withQuickStart()
                .withMemory(new Memory(512, 64))
                .withFreeSpace(new FreeSpace(0, 0, 0))
                .withStartLimit(Duration.ofMinutes(3)));
        var server = new Neo4jServer(neo4j.uri(), neo4j.user(), neo4j.password());
        var end = new Thread(() -> server.end(neo4j, dataFolder), "end of the test server");
        Runtime.getRuntime().addShutdownHook(end);
        return server;
    }

    private static Path libraries() {
        var path = System.getProperty(LIBRARIES);
        if (path == null) {
            throw new IllegalStateException("""
                    System property %s is not set, so there is no server to test against. Run the test by Maven, or build the                     jars with 'mvn -pl local-neo4j -am generate-resources' and set it to local-neo4j/target/neo4j-lib.""".formatted(LIBRARIES));
        }
        return Path.of(path);
    }

    private void end(LocalNeo4j neo4j, Path dataFolder) {
        driver.close();
        neo4j.close();
        delete(dataFolder);
    }

    /** A test JVM that is killed leaves its server behind; the next one in the same module ends it. Folders are called by processes. */
    private static void clearAwayWhatKilledTestsLeft() {
        for (Path folder : list(FOLDERS)) {
            long process = Long.parseLong(folder.getFileName().toString());
            if (ProcessHandle.of(process).isEmpty()) {
                LocalNeo4j.stop(folder);
                deleteIfNobodyElseDoes(folder);
            }
        }
    }

    /** Several test JVMs of a module start at once. */
    private static void deleteIfNobodyElseDoes(Path folder) {
        var ours = FOLDERS.resolveSibling("neo4j-server-of-" + folder.getFileName());
        try {
            Files.move(folder, ours, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException somebodyElseDoes) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete(ours);
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException neverUsed) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) {
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var stream = Neo4jServer.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
