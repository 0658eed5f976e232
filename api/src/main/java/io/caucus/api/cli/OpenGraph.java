package io.caucus.api.cli;

import io.caucus.cypher.GraphUnavailable;
import io.caucus.cypher.Neo4j;
import io.caucus.ingest.stream.AccountStream;
import io.caucus.ingest.stream.StreamSettings;
import io.caucus.ingest.stream.StreamTarget;
import io.caucus.ingest.webhook.Pending;
import io.caucus.localneo4j.LocalNeo4j;
import io.caucus.localneo4j.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The graph a command works on: the server that {@code CAUCUS_NEO4J_URI} names, or the embedded one of the data folder,
 * started or joined. Its schema is up to date. It is closed at the latest when the process ends, so that a command that is
 * interrupted leaves no server behind.
 */
final class OpenGraph implements AutoCloseable {

    private final Neo4j neo4j;
    private final Neo4j patient;

    private final String place;

    private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();

    private OpenGraph(Neo4j neo4j, Optional<LocalNeo4j> embedded, String place) {
        this.neo4j = neo4j;
        this.place = place;
        this.patient = neo4j.patient();
        embedded.ifPresent(server -> closing.push(server::close));
        closing.push(neo4j::close);
        closing.push(patient::close);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    static OpenGraph in(Path dataFolder) {
        create(dataFolder);
        var uri = Optional.ofNullable(System.getenv("CAUCUS_NEO4J_URI")).filter(text -> !text.isBlank());
        return uri.isPresent() ? external(uri.get()) : embedded(dataFolder);
    }

    /** For the command itself: who runs it would rather wait than run it again. */
    Neo4j ports() {
        return patient;
    }

    /** For a service, whose answers come in time or not at all. */
    Neo4j servicePorts() {
        return neo4j;
    }

    /** Which graph it is, the same in each process: the address of the server, of an embedded one its data folder. */
    String place() {
        return place;
    }

    /** Reads a topic until the graph is closed. What cannot be told is kept in the data folder. */
    void tellStream(StreamSettings settings, Path dataFolder) {
        var target = new StreamTarget(
                neo4j.streamWriter(),
                neo4j.entityDirectory(),
                Pending.in(dataFolder),
                GraphUnavailable.class::isInstance);
        var stream = AccountStream.open(settings, target, Clock.systemUTC());
        beforeClose(stream::close);
    }

    /** Something that uses the graph and has to end before it is closed. */
    void beforeClose(Runnable action) {
        closing.push(action);
    }

    /** Closes what was opened, last first and once, however often it is asked; the end of the process asks, too. */
    @Override
    public synchronized void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }

    private static OpenGraph external(String uri) {
        return migrated(
                new OpenGraph(
                        Neo4j.open(
                                URI.create(uri),
                                environment("CAUCUS_NEO4J_USER").orElse("neo4j"),
                                environment("CAUCUS_NEO4J_PASSWORD")
                                        .orElseThrow(() -> new EnvironmentProblem(
                                                "CAUCUS_NEO4J_URI is set and CAUCUS_NEO4J_PASSWORD is not. Set it, and"
                                                        + " CAUCUS_NEO4J_USER unless the user is neo4j.")),
                                Clock.systemUTC()),
                        Optional.empty(),
                        uri),
                uri);
    }

    private static OpenGraph embedded(Path dataFolder) {
        var libraries = Path.of(System.getProperty("caucus.neo4j.lib", "local-neo4j/target/neo4j-lib"));
        var server = LocalNeo4j.start(Settings.of(dataFolder, libraries).asTheSystemSays());
        return migrated(
                new OpenGraph(
                        Neo4j.open(server.uri(), server.user(), server.password(), Clock.systemUTC()),
                        Optional.of(server),
                        dataFolder.toString()),
                server.uri().toString());
    }

    private static OpenGraph migrated(OpenGraph graph, String uri) {
        try {
            graph.neo4j.migrate();
            return graph;
        } catch (GraphUnavailable e) {
            graph.close();
            throw new EnvironmentProblem(
                    "The database at %s does not answer, or not to this user and password. Check CAUCUS_NEO4J_URI, CAUCUS_NEO4J_USER and CAUCUS_NEO4J_PASSWORD, or unset the first to use the embedded one."
                            .formatted(uri));
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static void create(Path dataFolder) {
        try {
            Files.createDirectories(dataFolder);
        } catch (IOException e) {
            throw new EnvironmentProblem("Data folder %s cannot be made: %s. Give another with --data DIR."
                    .formatted(dataFolder, e.getMessage()));
        }
    }
}
