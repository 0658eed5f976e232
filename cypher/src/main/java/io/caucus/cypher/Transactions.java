package io.caucus.cypher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * Runs named statements in transactions that end in time.
 *
 * <p>The server is asked to end a transaction after its limit; but a server that is frozen cannot be asked anything and the
 * driver then waits for minutes, so the caller waits on another thread's answer and gives up shortly after the limit.
 */
final class Transactions implements AutoCloseable {

    /** For what somebody waits for. With {@link #GRACE} it ends within the 6 seconds promised. */
    static final Duration WHILE_ONE_WAITS = Duration.ofSeconds(5);

    /** For passes over the graph and for bulk writes. */
    static final Duration IN_BULK = Duration.ofSeconds(60);

    private static final Duration GRACE = Duration.ofMillis(500);

    private final Driver driver;
    private final Consumer<NamedStatement> roundTrips;
    private final Duration shortest;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Transactions(Driver driver, Consumer<NamedStatement> roundTrips) {
        this(driver, roundTrips, Duration.ZERO);
    }

    /** @param shortest what every limit is raised to that is below it */
    private Transactions(Driver driver, Consumer<NamedStatement> roundTrips, Duration shortest) {
        this.driver = driver;
        this.roundTrips = roundTrips;
        this.shortest = shortest;
    }

    /** The same, for somebody who would rather wait than be told to ask again. */
    Transactions patient() {
        return new Transactions(driver, roundTrips, IN_BULK);
    }

    /** Runs statements inside one transaction; each is one round trip. */
    final class Statements {

        private final TransactionContext transaction;

        private Statements(TransactionContext transaction) {
            this.transaction = transaction;
        }

        List<Record> run(NamedStatement statement, Map<String, ? extends @Nullable Object> parameters) {
            var sent = statement.sent(parameters);
            roundTrips.accept(statement);
            return transaction.run(statement.text(), Values.value(sent)).list();
        }
    }

    /** One statement in a transaction of its own. */
    List<Record> read(Duration limit, NamedStatement statement, Map<String, ? extends @Nullable Object> parameters) {
        return read(limit, within -> within.run(statement, parameters));
    }

    /** Several statements that only read, in one transaction; run again from the start if the server asks for it. */
    <T> T read(Duration limit, Function<Statements, T> work) {
        return within(
                limit,
                session -> session.executeRead(transaction -> work.apply(new Statements(transaction)), config(limit)));
    }

    /** Several statements that take effect together or not at all; run again from the start if the server asks for it. */
    <T> T write(Duration limit, Function<Statements, T> work) {
        return within(
                limit,
                session -> session.executeWrite(transaction -> work.apply(new Statements(transaction)), config(limit)));
    }

    private TransactionConfig config(Duration limit) {
        return TransactionConfig.builder().withTimeout(raised(limit)).build();
    }

    private Duration raised(Duration limit) {
        return limit.compareTo(shortest) < 0 ? shortest : limit;
    }

    private <T> T within(Duration limit, Function<Session, T> work) {
        var answer = threads.submit(() -> {
            try (var session = driver.session()) {
                return work.apply(session);
            }
        });
        try {
            return answer.get(raised(limit).plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new GraphUnavailable(
                    "The database did not answer within %d seconds; it may be frozen or overloaded."
                            .formatted(raised(limit).toSeconds()),
                    e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new GraphUnavailable("Interrupted while waiting for the database.", e);
        } catch (ExecutionException e) {
            throw translated(e.getCause());
        }
    }

    /** What went wrong, in words that name the next step. */
    static RuntimeException translated(@Nullable Throwable cause) {
        if (cause instanceof Neo4jException limited && isOutOfMemory(limited)) {
            return new GraphUnavailable(
                    "The database may not take as much memory for a transaction as this needs: %s. Give its server a larger heap, or raise the setting it names."
                            .formatted(limited.getMessage()),
                    cause);
        }
        if (cause instanceof RetryableException || (cause instanceof Neo4jException n && isTimeout(n))) {
            return new GraphUnavailable(
                    "The database cannot be reached or gave up in time. Is it running, and is its address right?",
                    cause);
        }
        if (cause instanceof RuntimeException unchecked) {
            return unchecked;
        }
        return new IllegalStateException(cause);
    }

    /** The server ended the transaction, or no connection was to be had in time. */
    private static boolean isTimeout(Neo4jException e) {
        return e.code().startsWith("Neo.ClientError.Transaction.TransactionTimedOut")
                || e.getCause() instanceof TimeoutException;
    }

    /** Of one transaction, or of all together. */
    private static boolean isOutOfMemory(Neo4jException e) {
        return e.code().endsWith("OutOfMemoryError");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
