package io.caucus.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** A Neo4j server with the Graph Data Science library and nothing in it, in a folder that is gone when it is closed. */
final class GdsServer implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration TO_STOP = Duration.ofSeconds(20);
    private static final String HEAP = "-Xmx4g";
    private static final Pattern VERSION_OF_JAR = Pattern.compile("-\\d.*\\.jar$");

    /** Those in which the server looks for procedures and functions. */
    private static final Pattern PROCEDURES = Pattern.compile("(proc|cypher-aggregation)-.*\\.jar");

    private final Process process;
    private final Thread atExit;
    private final Path home;
    private final Driver driver;

    private GdsServer(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.driver = GraphDatabase.driver(URI.create("bolt://127.0.0.1:" + port), AuthTokens.none());
        this.atExit = new Thread(process::destroyForcibly, "end of the server with GDS");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Empty where there is no such folder of jars.
     *
     * @param libraries the folder with its jars, and those that it needs
     * @param server the folder with the jars of the server that it runs in
     * @param folder in which it gets one of its own
     * @throws IllegalStateException if the folder has other jars, or the server does not answer
     */
    static Optional<GdsServer> start(Path libraries, Path server, Path folder) throws IOException {
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        int port = freePort();
        var home = Files.createTempDirectory(folder, "gds-").toAbsolutePath();
        try {
            configure(home, port, plugins(libraries));
            var process = launch(home, classPath(server, libraries));
            var started = new GdsServer(process, home, port);
            started.awaitAnswer();
            return Optional.of(started);
        } catch (IOException | RuntimeException e) {
            delete(home);
            throw e;
        }
    }

    private static void configure(Path home, int port, List<Path> plugins) throws IOException {
        for (String each : List.of("conf", "plugins", "import")) {
            Files.createDirectories(home.resolve(each));
        }
        for (Path plugin : plugins) {
            Files.copy(plugin, home.resolve("plugins").resolve(plugin.getFileName()));
        }
        Files.writeString(home.resolve("conf").resolve("neo4j.conf"), """
                server.bolt.listen_address=127.0.0.1:%d
                server.http.enabled=false
                server.https.enabled=false
                server.directories.import=import
                dbms.security.auth_enabled=false
                dbms.security.procedures.unrestricted=gds.*
                dbms.usage_report.enabled=false
                server.fleet_discovery.enabled=false
                server.memory.pagecache.size=64m
                db.tx_log.preallocate=false
                """.formatted(port));
    }

    private static Process launch(Path home, String classPath) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        "org.neo4j.server.Neo4jCommunity",
                        "--home-dir=" + home,
                        "--config-dir=" + home.resolve("conf"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile())
                .start();
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (true) {
            try {
                driver.verifyConnectivity();
                return;
            } catch (ServiceUnavailableException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    var said = Files.readString(home.resolve("console.log"));
                    close();
                    throw new IllegalStateException("the server with GDS does not answer; it said: " + said, notYet);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    /** Where {@code LOAD CSV} finds {@code file:///}. */
    Path imports() {
        return home.resolve("import");
    }

    /** The only row that the statement returns. */
    Record ask(String statement, Map<String, Object> parameters) {
        try (var session = driver.session(SessionConfig.forDatabase("neo4j"))) {
            return session.run(statement, parameters).single();
        }
    }

    @Override
    public void close() {
        try {
            driver.close();
        } finally {
            stop();
            Runtime.getRuntime().removeShutdownHook(atExit);
            delete(home);
        }
    }

    private void stop() {
        process.destroy();
        try {
            process.onExit().orTimeout(TO_STOP.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            process.destroyForcibly().onExit().join();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The server's own jars come first, and what others made and it has is not brought again in another version. */
    private static String classPath(Path server, Path libraries) {
        Set<String> known = jars(server).stream().map(GdsServer::nameOf).collect(Collectors.toSet());
        var ofGds = Set.copyOf(ofSameVersion(libraries, plugins(libraries).getFirst()));
        var paths = new ArrayList<String>();
        paths.add(server.toAbsolutePath().resolve("*").toString());
        jars(libraries).stream()
                .filter(jar -> ofGds.contains(jar) || !known.contains(nameOf(jar)))
                .map(jar -> jar.toAbsolutePath().toString())
                .forEach(paths::add);
        return String.join(File.pathSeparator, paths);
    }

    /** Its own jars are all of one version; some are called as one of the server's. */
    private static List<Path> ofSameVersion(Path libraries, Path plugin) {
        var name = plugin.getFileName().toString();
        var version = name.substring(name.lastIndexOf('-'));
        return jars(libraries).stream()
                .filter(jar -> jar.toString().endsWith(version))
                .toList();
    }

    private static List<Path> plugins(Path libraries) {
        var plugins = jars(libraries).stream()
                .filter(jar -> PROCEDURES.matcher(jar.getFileName().toString()).matches())
                .toList();
        if (plugins.isEmpty()) {
            throw new IllegalStateException(
                    "%s has no proc-*.jar of GDS; delete it and fetch them: mvn -f bench/gds dependency:copy-dependencies"
                            .formatted(libraries));
        }
        return plugins;
    }

    private static String nameOf(Path jar) {
        return VERSION_OF_JAR.matcher(jar.getFileName().toString()).replaceFirst("");
    }

    private static List<Path> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
