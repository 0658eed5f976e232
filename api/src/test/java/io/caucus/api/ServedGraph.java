package io.caucus.api;

import io.caucus.api.graphql.GraphPorts;
import io.caucus.cypher.Neo4j;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.testkit.Neo4jServer;
import io.caucus.testkit.RandomWorlds;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A graph that holds what it was told and nothing else, in a real database, and a server that answers from it. */
record ServedGraph(Neo4j neo4j, TestServer server) implements AutoCloseable {

    /** @param batchId of the import that tells it */
    static ServedGraph holding(String batchId, List<SourcedFacts> told, Path dataFolder) {
        var neo4j = openEmptied();
        neo4j.prepare();
        neo4j.factWriter().write(batchId, told);
        return new ServedGraph(neo4j, TestServer.start(dataFolder, GraphPorts.of(neo4j)));
    }

    /** The database that all tests share, without anything in it, its schema in place. */
    static Neo4j openEmptied() {
        var database = Neo4jServer.shared();
        database.wipe();
        var neo4j = Neo4j.open(
                        database.uri(), database.user(), database.password(), InstantSource.fixed(RandomWorlds.NOW))
                .patient();
        neo4j.migrate();
        return neo4j;
    }

    @Override
    public void close() {
        server.close();
        neo4j.close();
    }
}
