package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each test starts with a graph that has no constraint, no index of ours, and no memory of any. */
@Tag("neo4j")
class GraphSchemaTest {

    private static final TestServer SERVER = SharedServer.get();

    @BeforeEach
    void forgetTheSchema() {
        drop("SHOW CONSTRAINTS YIELD name RETURN name", "DROP CONSTRAINT ");
        drop("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", "DROP INDEX ");
        run("MATCH (n) DETACH DELETE n");
    }

    @AfterAll
    static void bringItBack() {
        run("MATCH (n) DETACH DELETE n");
        GraphSchema.migrate(SERVER.driver());
    }

    @Test
    void manyMayBringItUpToDateAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> starts = IntStream.range(0, 8)
                    .mapToObj(start -> Executors.callable(() -> GraphSchema.migrate(SERVER.driver())))
                    .toList();

            for (Future<Object> start : threads.invokeAll(starts)) {
                start.get();
            }
        }

        assertThat(names("SHOW CONSTRAINTS YIELD name RETURN name")).contains("account_key", "person_key");
        assertThat(names("MATCH (m:__Neo4jMigration) RETURN m.version AS name"))
                .containsExactlyInAnyOrderElementsOf(GraphSchema.versions());
    }

    @Test
    void aDatabaseThatLacksTheNewestChangeGetsIt() {
        GraphSchema.migrate(SERVER.driver());
        run("MATCH (m:__Neo4jMigration {version: '0010'}) DETACH DELETE m");
        run("DROP INDEX influenced_account");

        GraphSchema.migrate(SERVER.driver());

        assertThat(names("SHOW INDEXES YIELD name RETURN name")).contains("influenced_account");
    }

    @Test
    void theLockOfAProcessThatWasKilledIsOutwaited() {
        GraphSchema.migrate(SERVER.driver());
        run("MATCH (m:__Neo4jMigration) DETACH DELETE m");
        run("CREATE (:__Neo4jMigrationsLock {id: 'killed', name: 'John Doe'})");

        GraphSchema.migrate(SERVER.driver(), Duration.ofSeconds(1));

        assertThat(names("MATCH (l:__Neo4jMigrationsLock) RETURN l.id AS name")).isEmpty();
        assertThat(names("MATCH (m:__Neo4jMigration) RETURN m.version AS name")).isNotEmpty();
    }

    @Test
    void aLockThatNobodyIsSeenToHoldEndsInAnErrorThatSaysWhatToDo() {
        GraphSchema.migrate(SERVER.driver());
        run("MATCH (m:__Neo4jMigration) DETACH DELETE m");
        run("CREATE (:__Neo4jMigrationsLock {name: 'John Doe'})");

        assertThatIllegalStateException()
                .isThrownBy(() -> GraphSchema.migrate(SERVER.driver(), Duration.ofSeconds(1)))
                .withMessageContaining("Delete the nodes labelled __Neo4jMigrationsLock");
    }

    private static void drop(String all, String statement) {
        names(all).forEach(name -> run(statement + "`" + name + "` IF EXISTS"));
    }

    private static List<String> names(String statement) {
        try (var session = SERVER.driver().session()) {
            return session.run(statement, Map.of()).list(row -> row.get("name").asString());
        }
    }

    private static void run(String statement) {
        try (var session = SERVER.driver().session()) {
            session.run(statement).consume();
        }
    }
}
