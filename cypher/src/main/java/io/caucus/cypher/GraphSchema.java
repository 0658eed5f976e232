package io.caucus.cypher;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;

/** Constraints and indexes, as numbered changes that are applied once each. */
public final class GraphSchema {

    private static final String MIGRATIONS = "classpath:cypher/migrations";
    private static final NamedStatement LOCK = NamedStatement.load("schema/lock");
    private static final NamedStatement RELEASE_LOCK = NamedStatement.load("schema/release-lock");

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
        var config = MigrationsConfig.builder()
                .withLocationsToScan(MIGRATIONS)
                .withTransactionMode(MigrationsConfig.TransactionMode.PER_STATEMENT)
                .build();
        while (!isApplied(config, driver)) {
            outwaitLock(driver, longest);
        }
    }

    private static boolean isApplied(MigrationsConfig config, Driver driver) {
        try {
            new Migrations(config, driver).apply();
            return true;
        } catch (MigrationsException e) {
            if (isForTheLock(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Which the library says in words alone. */
    private static boolean isForTheLock(MigrationsException e) {
        return String.valueOf(e.getMessage()).startsWith("Cannot create __Neo4jMigrationsLock");
    }

    /** Returns when the lock that is there now is not there any more, which after a while is our doing. */
    private static void outwaitLock(Driver driver, Duration longest) {
        var held = lock(driver);
        long deadline = System.nanoTime() + longest.toNanos();
        while (held.isPresent() && held.equals(lock(driver))) {
            if (System.nanoTime() > deadline) {
                run(driver, RELEASE_LOCK, Map.of("id", held.get()));
            }
            pause();
        }
    }

    private static Optional<String> lock(Driver driver) {
        return run(driver, LOCK, Map.of());
    }

    private static Optional<String> run(Driver driver, NamedStatement statement, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            return session.executeWrite(transaction -> transaction.run(new Query(statement.text(), parameters)).stream()
                    .map(row -> row.get("id").asString())
                    .findFirst());
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
