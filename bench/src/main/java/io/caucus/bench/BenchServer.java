package io.caucus.bench;

import io.caucus.cypher.Neo4j;
import io.caucus.localneo4j.LocalNeo4j;
import io.caucus.localneo4j.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The database that is measured: the embedded server on a folder of its own, with the schema in place. */
final class BenchServer implements AutoCloseable {

    private final LocalNeo4j server;
    private final Driver driver;
    private final Neo4j neo4j;

    /** @param folder what lies in it stays and is added to */
    BenchServer(Path folder) {
        server = LocalNeo4j.start(Settings.of(folder, libraries()).asTheSystemSays());
        driver = GraphDatabase.driver(server.uri(), AuthTokens.basic(server.user(), server.password()));
        neo4j = Neo4j.open(server.uri(), server.user(), server.password(), Clock.systemUTC())
                .patient();
        neo4j.migrate();
    }

    /** The folder with the server's jars. */
    static Path libraries() {
        return Path.of(System.getProperty("caucus.neo4j.lib", "local-neo4j/target/neo4j-lib"));
    }

    /** @throws ParameterException if the folder exists */
    static void refuseIfThere(Path folder, CommandSpec spec) {
        if (Files.exists(folder)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The folder '%s' exists, and a database that holds something measures differently. Delete it, or name another with --data."
                            .formatted(folder));
        }
    }

    Neo4j neo4j() {
        return neo4j;
    }

    Driver driver() {
        return driver;
    }

    /** Of the server's process, in mebibytes; empty where the system does not tell. */
    Optional<Long> residentMebibytes() {
        return Machine.residentMebibytes(server.pid());
    }

    URI uri() {
        return server.uri();
    }

    /** Its name and version, as it says itself. */
    String version() {
        return driver.executableQuery(
                        "CALL dbms.components() YIELD name, versions RETURN name + ' ' + versions[0] AS version")
                .execute()
                .records()
                .getFirst()
                .get("version")
                .asString();
    }

    @Override
    public void close() {
        neo4j.close();
        driver.close();
        server.close();
    }
}
