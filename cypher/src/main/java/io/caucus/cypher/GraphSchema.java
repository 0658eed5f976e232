package io.caucus.cypher;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.RelationshipType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;

/** Constraints and indexes, as numbered changes that are applied once each, and the words of the vocabulary. */
public final class GraphSchema {

    private static final String MIGRATIONS = "classpath:cypher/migrations";
    private static final NamedStatement APPLIED = NamedStatement.load("schema/applied");
    private static final NamedStatement LOCK = NamedStatement.load("schema/lock");
    private static final NamedStatement RELEASE_LOCK = NamedStatement.load("schema/release-lock");
    private static final NamedStatement KNOW_WORDS = NamedStatement.load("schema/know-words");

    /** Of the newest change in the folder of migrations, as its file is called. */
    private static final int NEWEST = 10;

    /** All changes together take some seconds. */
    private static final Duration LONGEST_CHANGE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private GraphSchema() {}

    /**
     * Applies what has not been applied yet; any number of processes may do so at once. One that was killed meanwhile holds the
     * others up for a minute.
     */
    public static void migrate(Driver driver) {
        migrate(driver, LONGEST_CHANGE);
    }

    /** @param longest how long somebody else may hold the lock before it is taken for a relic */
    static void migrate(Driver driver, Duration longest) {
        // Nearly always; and the library takes seconds to find out.
        if (!appliedVersions(driver).equals(versions())) {
            applyChanges(driver, longest);
        }
        knowWords(driver);
    }

    /** As files and nodes call them; the library begins with a version of its own. */
    static Set<String> versions() {
        return Stream.concat(
                        Stream.of("BASELINE"),
                        IntStream.rangeClosed(1, NEWEST).mapToObj(number -> "%04d".formatted(number)))
                .collect(Collectors.toSet());
    }

    private static Set<String> appliedVersions(Driver driver) {
        try (var session = driver.session()) {
            return session.run(APPLIED.text()).stream()
                    .map(row -> row.get("version").asString())
                    .collect(Collectors.toSet());
        }
    }

    private static void applyChanges(Driver driver, Duration longest) {
        var config = MigrationsConfig.builder()
                .withLocationsToScan(MIGRATIONS)
                .withTransactionMode(MigrationsConfig.TransactionMode.PER_STATEMENT)
                .build();
        long lastHeld = System.nanoTime();
        while (!isApplied(config, driver, lastHeld + longest.toNanos())) {
            if (outwaitLock(driver, longest)) {
                lastHeld = System.nanoTime();
            } else {
                pause();
            }
        }
    }

    private static void knowWords(Driver driver) {
        var properties = Stream.concat(
                Stream.of(NodeLabel.values())
                        .flatMap(label -> Stream.concat(Stream.of(label.key()), label.properties().stream())),
                Stream.of(RelationshipType.values()).flatMap(type -> type.properties().stream()));
        var words = Map.of(
                "given.labels",
                        Stream.of(NodeLabel.values()).map(NodeLabel::inCypher).toList(),
                "given.types",
                        Stream.of(RelationshipType.values()).map(Enum::name).toList(),
                "given.properties", properties.distinct().toList());
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(transaction ->
                    transaction.run(KNOW_WORDS.text(), KNOW_WORDS.sent(words)).consume());
        }
    }

    /** @param deadline until when it may be refused for a lock that is not there any more */
    private static boolean isApplied(MigrationsConfig config, Driver driver, long deadline) {
        try {
            new Migrations(config, driver).apply();
            return true;
        } catch (MigrationsException e) {
            if (!isForTheLock(e)) {
                throw e;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        "The schema cannot be brought up to date: its lock cannot be had, and nobody is seen to hold it. Delete the nodes labelled __Neo4jMigrationsLock, and see that this user may create and delete such nodes.",
                        e);
            }
            return false;
        }
    }

    /** Which the library says in words alone. */
    private static boolean isForTheLock(MigrationsException e) {
        return String.valueOf(e.getMessage()).startsWith("Cannot create __Neo4jMigrationsLock");
    }

    /**
     * Returns when the lock that is there now is not there any more, which after a while is our doing.
     *
     * @return false if there was none
     */
    private static boolean outwaitLock(Driver driver, Duration longest) {
        var held = lock(driver);
        long deadline = System.nanoTime() + longest.toNanos();
        while (held.isPresent() && held.equals(lock(driver))) {
            if (System.nanoTime() - deadline > 0) {
                release(driver, held.get());
            }
            pause();
        }
        return held.isPresent();
    }

    private static Optional<String> lock(Driver driver) {
        try (var session = driver.session()) {
            return session.executeRead(transaction -> transaction.run(LOCK.text()).stream()
                    .map(row -> row.get("id").asString())
                    .findFirst());
        }
    }

    private static void release(Driver driver, String id) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(transaction ->
                    transaction.run(RELEASE_LOCK.text(), Map.of("id", id)).consume());
        }
    }

    /** Sleeps, since the database tells nobody when a node is deleted. */
    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphUnavailable("Interrupted while another process changed the schema.", e);
        }
    }
}
