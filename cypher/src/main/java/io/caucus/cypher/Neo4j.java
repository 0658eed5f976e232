package io.caucus.cypher;

import ac.simons.neo4j.migrations.core.MigrationsException;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.assessment.AssessmentStore;
import io.caucus.graphmodel.directory.AccountIndex;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.identity.IdentityStore;
import io.caucus.graphmodel.quality.DataQuality;
import io.caucus.graphmodel.quality.ImportMemory;
import io.caucus.graphmodel.stream.StreamWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A Neo4j server as the graph's ports.
 *
 * <p>Opening does not connect; the first use does. Whatever somebody waits for ends within 6 seconds, with
 * {@link GraphUnavailable} if the server does not answer; bulk writes and passes over the graph within about a minute for each
 * batch or page. All ports may be used from any number of threads.
 */
public final class Neo4j implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 50;
    private static final long SECONDS_TO_CONNECT = 3;
    private static final long SECONDS_TO_ACQUIRE = 4;
    private static final long SECONDS_OF_RETRIES = 30;
    private static final long SECONDS_IDLE_BEFORE_A_TEST = 30;

    private final Driver driver;
    private final Transactions transactions;
    private final InstantSource clock;

    private Neo4j(Driver driver, InstantSource clock, Transactions transactions) {
        this.driver = driver;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** @param clock for the audit trail alone: when an import brought a record */
    public static Neo4j open(URI uri, String user, String password, InstantSource clock) {
        return open(uri, user, password, clock, statement -> {});
    }

    /** @param roundTrips is told of each statement that is sent, on the thread that sends it */
    public static Neo4j open(
            URI uri, String user, String password, InstantSource clock, Consumer<NamedStatement> roundTrips) {
        var driver = GraphDatabase.driver(uri, AuthTokens.basic(user, password), config());
        return new Neo4j(driver, clock, new Transactions(driver, roundTrips));
    }

    /**
     * The same server for somebody at a terminal, who asks once: whatever is asked may take a minute, since a statement that a
     * server meets for the first time takes a slow one seconds to plan. To be closed as the one it comes from, before or after it.
     */
    public Neo4j patient() {
        return new Neo4j(driver, clock, transactions.patient());
    }

    private static Config config() {
        return Config.builder()
                .withMaxConnectionPoolSize(MOST_CONNECTIONS)
                .withConnectionTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(SECONDS_TO_ACQUIRE, TimeUnit.SECONDS)
                .withConnectionLivenessCheckTimeout(SECONDS_IDLE_BEFORE_A_TEST, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(SECONDS_OF_RETRIES, TimeUnit.SECONDS)
                .build();
    }

    /**
     * Brings constraints and indexes up to date; does nothing if they are.
     *
     * @throws GraphUnavailable if the database cannot be reached, or is gone before they are
     */
    public void migrate() {
        try {
            GraphSchema.migrate(driver);
        } catch (Neo4jException e) {
            throw Transactions.translated(e);
        } catch (MigrationsException e) {
            throw e.getCause() instanceof Neo4jException cause ? Transactions.translated(cause) : e;
        }
    }

    /**
     * Lets the server plan what people wait for: a statement that it meets for the first time takes it up to some seconds. To be
     * called before or while the first of them comes.
     */
    public void prepare() {
        new Neo4jAccountGraph(transactions).prepare();
        new Neo4jIdentityStore(transactions).prepare();
        new Neo4jAccountIndex(transactions).prepare();
    }

    public ImportWriter factWriter() {
        return new Neo4jFactWriter(transactions, clock);
    }

    public StreamWriter streamWriter() {
        return new Neo4jFactWriter(transactions, clock);
    }

    public AccountGraph accountGraph() {
        return new Neo4jAccountGraph(transactions);
    }

    public EntityDirectory entityDirectory() {
        return new Neo4jEntityDirectory(transactions);
    }

    public AccountIndex accountIndex() {
        return new Neo4jAccountIndex(transactions);
    }

    public AssessmentStore assessmentStore() {
        return new Neo4jAssessmentStore(transactions);
    }

    public IdentityStore identityStore() {
        return new Neo4jIdentityStore(transactions);
    }

    /** Measures within a minute each: for a pass over the graph. */
    public DataQuality dataQuality() {
        return new Neo4jDataQuality(transactions, Transactions.IN_BULK);
    }

    /** Measures within seconds each, or not at all: for somebody who waits. */
    public DataQuality dataQualityWhileOneWaits() {
        return new Neo4jDataQuality(transactions, Transactions.WHILE_ONE_WAITS);
    }

    public ImportMemory importMemory() {
        return new Neo4jImportMemory(transactions, clock);
    }

    /** SHA-256 over all facts, in lower-case hex: equal facts, equal digest, in whatever order and how often they came. */
    public String digest() {
        return new GraphDigest(transactions).compute();
    }

    @Override
    public void close() {
        transactions.close();
        driver.close();
    }
}
