package io.caucus.bench;

import io.caucus.features.graph.FastRp;
import io.caucus.features.graph.RandomWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;

/**
 * Neo4j's Graph Data Science library, in a server of its own that holds the graph as a projection and nothing else. What it takes is what it
 * says itself that it computed for, in whole milliseconds: neither the question nor the answer is counted.
 */
final class Gds implements GraphPeer {

    /** The largest step of a rank, by which it would stop, is on another scale; so it is told how many iterations to do. */
    private static final double NEVER_REACHED = 1e-300;

    private final GdsServer server;
    private final RandomWalk walk;
    private final String version;
    private final double highest;
    private final int iterations;

    private Gds(GdsServer server, DrawnEdges edges, RandomWalk walk) throws IOException {
        this.server = server;
        this.walk = walk;
        this.iterations = (int) Math.ceil(Math.log(walk.tolerance()) / Math.log(1 - walk.restart()));
        this.version = "GDS "
                + server.ask("RETURN gds.version() AS version", Map.of())
                        .get("version")
                        .asString();
        project(edges);
        this.highest = server.ask("""
                        CALL gds.pageRank.stream('drawn', $walk) YIELD score
                        RETURN max(score) / sum(score) AS highest""", Map.of("walk", walk())).get("highest").asDouble();
    }

    /**
     * Empty where its jars were not fetched.
     *
     * @param libraries the folder with its jars, and those that it needs
     * @param jarsOfServer the folder with the jars of the server that it runs in
     * @param folder in which the server lives while it runs
     * @param walk by which vertices are ranked
     */
    static Optional<Gds> start(DrawnEdges edges, Path libraries, Path jarsOfServer, Path folder, RandomWalk walk)
            throws IOException {
        var server = GdsServer.start(libraries, jarsOfServer, folder);
        if (server.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Gds(server.get(), edges, walk));
        } catch (RuntimeException | IOException e) {
            server.get().close();
            throw e;
        }
    }

    private void project(DrawnEdges edges) throws IOException {
        var file = server.imports().resolve("edges.txt");
        edges.write(file);
        server.ask("""
                CALL () {
                  UNWIND range(0, $vertices - 1) AS source
                  RETURN source, null AS target
                  UNION ALL
                  LOAD CSV FROM 'file:///edges.txt' AS ends FIELDTERMINATOR ' '
                  RETURN toInteger(ends[0]) AS source, toInteger(ends[1]) AS target
                }
                WITH gds.graph.project('drawn', source, target, {}, {undirectedRelationshipTypes: ['*']}) AS graph
                RETURN graph.nodeCount AS nodes""", Map.of("vertices", edges.size()));
        Files.delete(file); // read by now, and large
    }

    @Override
    public String name() {
        return "GDS";
    }

    @Override
    public String version() {
        return version;
    }

    /**
     * Its ranks do not sum up to 1, but are the same as ours up to a factor; the highest was looked up once, after the projection. They begin with
     * what each has by itself, so that with damping d their sum is d^k short of its goal after k iterations: as many are done as that takes to fall to
     * the tolerance.
     */
    @Override
    public Answer ask(String work) {
        if (work.equals(RANK)) {
            var told =
                    server.ask("CALL gds.pageRank.stats('drawn', $walk) YIELD computeMillis", Map.of("walk", walk()));
            return new Answer(seconds(told), highest);
        }
        var told = server.ask(
                "CALL gds.wcc.stats('drawn', {concurrency: $cores}) YIELD componentCount, computeMillis",
                Map.of("cores", cores()));
        return new Answer(seconds(told), told.get("componentCount").asDouble());
    }

    int iterations() {
        return iterations;
    }

    /** How many seconds embeddings take: the same number of dimensions and powers, weighed alike. */
    double embed(FastRp.Settings settings) {
        return seconds(server.ask(
                "CALL gds.fastRP.stats('drawn', $settings) YIELD computeMillis",
                Map.of(
                        "settings",
                        Map.of(
                                "embeddingDimension", settings.dimension(),
                                "normalizationStrength", settings.normalization(),
                                "iterationWeights", settings.weights(),
                                "randomSeed", settings.seed(),
                                "concurrency", cores()))));
    }

    private Map<String, Object> walk() {
        return Map.of(
                "dampingFactor",
                1 - walk.restart(),
                "tolerance",
                NEVER_REACHED,
                "maxIterations",
                iterations,
                "concurrency",
                cores());
    }

    /** All of them, up to the four that its free edition uses. */
    private static int cores() {
        return Math.min(4, Runtime.getRuntime().availableProcessors());
    }

    private static double seconds(Record told) {
        return Math.max(1, told.get("computeMillis").asLong()) / 1000.0;
    }

    @Override
    public void close() {
        server.close();
    }
}
