package io.caucus.bench;

import io.caucus.features.graph.Components;
import io.caucus.features.graph.Csr;
import io.caucus.features.graph.FastRp;
import io.caucus.features.graph.NearestNeighbours;
import io.caucus.features.graph.PageRank;
import io.caucus.features.graph.RandomWalk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.Pseudograph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** PERF-6: passes over a whole graph, against igraph, GDS, JGraphT and a bare pass over the same arrays. */
@Command(
        name = "PERF-6",
        description =
                "Ranks, joins, embeds and compares the vertices of a drawn graph, beside igraph, GDS, JGraphT and a bare pass.",
        mixinStandardHelpOptions = true)
final class GraphBench implements Callable<Integer> {

    private static final String CAUCUS = "Caucus";
    private static final String RANK = GraphPeer.RANK;
    private static final String COMPONENTS = GraphPeer.COMPONENTS;
    private static final String ITERATION = "PageRank, an iteration";

    private static final String ITERATION_WITH_GDS = ITERATION + ", with GDS";
    private static final String EMBEDDINGS = "embeddings, with GDS";

    /** What igraph's PageRank stops at, too; GDS is told after how many iterations it comes as near. */
    private static final RandomWalk WALK = new RandomWalk(0.15, 1e-10, 500);

    private static final int MOST_SIMILAR = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--vertices", description = "Of the graph (${DEFAULT-VALUE}).")
    private int vertices = 2_000_000;

    @Option(names = "--edges", description = "Of the graph (${DEFAULT-VALUE}).")
    private int edges = 10_000_000;

    @Option(names = "--dimension", description = "Of the embeddings (${DEFAULT-VALUE}).")
    private int dimension = 64;

    @Option(names = "--asked", description = "Vertices whose nearest are looked for among all (${DEFAULT-VALUE}).")
    private int asked = 256;

    @Option(names = "--smaller", description = "JGraphT gets a graph so many times smaller (${DEFAULT-VALUE}).")
    private int smaller = 20;

    @Option(names = "--rounds", description = "Rounds, after one to warm up (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seed", description = "Of the drawn graph (${DEFAULT-VALUE}).")
    private long seed = 6;

    @Option(
            names = "--python",
            split = ",",
            description = "Pythons that may have igraph, the first that has is used (${DEFAULT-VALUE}).")
    private List<String> pythons = List.of("python3", "/usr/bin/python3");

    @Option(
            names = "--gds",
            description = "Folder with the jars of Neo4j's Graph Data Science library (${DEFAULT-VALUE}).")
    private Path gds = Path.of("bench", "gds", "target", "lib");

    @Option(
            names = "--out",
            description = "Folder for the results, for what igraph reads and for the server of GDS (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench");

    @Override
    public Integer call() throws IOException {
        check();
        var screen = spec.commandLine().getOut();
        var machine = Machine.here();
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var drawn = new DrawnEdges(vertices, edges, seed);
        var graph = drawn.graph();
        var works = new Works("PERF-6", settings());
        var igraph = igraph(drawn, screen);
        try {
            var gds = gds(drawn, screen);
            try {
                measure(works, graph, new Peers(igraph, gds), screen);
            } finally {
                gds.ifPresent(Gds::close);
            }
        } finally {
            igraph.ifPresent(Igraph::close);
        }
        smaller(works, screen);
        works.print(machine, screen);
        works.save(out, machine, begun, screen);
        return 0;
    }

    private void check() {
        if (IntStream.of(vertices - 1, edges, dimension, asked, smaller, rounds).anyMatch(least -> least < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s: each must be at least 1, and there must be 2 vertices".formatted(settings()));
        }
        if ((long) vertices * dimension > Integer.MAX_VALUE - 8L || edges > Integer.MAX_VALUE / 2 - 8) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s: twice the edges, and the vertices times the dimensions, must be below 2³¹"
                            .formatted(settings()));
        }
    }

    private Optional<Igraph> igraph(DrawnEdges drawn, PrintWriter screen) throws IOException {
        var peer = Igraph.start(drawn, out, pythons);
        screen.println(peer.map(Igraph::version)
                .orElse("skipped: python3-igraph not found (Debian: apt-get install python3-igraph)"));
        screen.flush();
        return peer;
    }

    private Optional<Gds> gds(DrawnEdges drawn, PrintWriter screen) throws IOException {
        var peer = Gds.start(drawn, gds, BenchServer.libraries(), out, WALK);
        screen.println(peer.map(Gds::version)
                .orElse("skipped: GDS not found in %s (mvn -f bench/gds dependency:copy-dependencies)".formatted(gds)));
        screen.flush();
        return peer;
    }

    private record Peers(Optional<Igraph> igraph, Optional<Gds> gds) {

        List<GraphPeer> all() {
            return Stream.concat(igraph.stream(), gds.<GraphPeer>map(peer -> peer).stream())
                    .toList();
        }
    }

    private void measure(Works works, Csr graph, Peers peers, PrintWriter screen) throws IOException {
        var values = new SplittableRandom(seed).doubles(graph.size()).toArray();
        var rows = new float[graph.size() * dimension];
        long[] keys = LongStream.range(0, graph.size()).toArray();
        var settings = new FastRp.Settings(dimension, 0, List.of(0.0, 1.0, 1.0), seed);
        int[] all = IntStream.range(0, graph.size()).toArray();
        int[] some = IntStream.range(0, Math.min(asked, graph.size())).toArray();
        for (int round = 0; round <= rounds; round++) {
            int turn = round;
            screen.printf("%s%n", round == 0 ? "warming up ..." : "round " + round + " ...");
            screen.flush();
            for (GraphPeer peer : peers.all()) {
                ask(works, peer, round, graph);
            }
            works.lap(
                    ITERATION, "bare pass with a look-up", round, graph.arcs(), () -> Passes.withLookUp(graph, values));
            works.lap(ITERATION, "bare pass", round, graph.arcs(), () -> Passes.overArcs(graph));
            iterations(works, graph, peers.gds().isPresent(), round);
            works.lap(
                    "embeddings, a power",
                    "bare pass with a row",
                    round,
                    graph.arcs(),
                    () -> Passes.withRows(graph, rows, dimension));
            peers.gds().ifPresent(peer -> works.add(EMBEDDINGS, peer.name(), turn, graph.arcs(), peer.embed(settings)));
            var embeddings =
                    embed(works, graph, keys, settings, round, peers.gds().isPresent());
            works.lap("similarity", "one by one", round, some.length, () -> Passes.products(embeddings, some, all));
            var nearest = NearestNeighbours.among(embeddings, all);
            works.lap(
                    "similarity",
                    CAUCUS,
                    round,
                    some.length,
                    () -> nearest.of(some, MOST_SIMILAR).size());
        }
    }

    private static void ask(Works works, GraphPeer peer, int round, Csr graph) throws IOException {
        ask(works, peer, RANK, round, graph, () -> highest(graph));
        ask(works, peer, COMPONENTS, round, graph, () -> components(graph));
    }

    private static void ask(Works works, GraphPeer peer, String asked, int round, Csr graph, DoubleSupplier ours)
            throws IOException {
        var work = "%s, with %s".formatted(asked, peer.name());
        var answer = peer.ask(asked);
        works.add(work, peer.name(), round, graph.arcs(), answer.seconds());
        if (peer instanceof Gds gds && asked.equals(RANK)) {
            works.add(ITERATION_WITH_GDS, gds.name(), round, graph.arcs(), answer.seconds() / gds.iterations());
        }
        agree(work, answer.figure(), works.lap(work, CAUCUS, round, graph.arcs(), ours));
    }

    private static void iterations(Works works, Csr graph, boolean hasPeer, int round) {
        long start = System.nanoTime();
        int iterations = PageRank.of(graph, WALK).convergence().iterations();
        double seconds = Works.secondsSince(start) / iterations;
        works.add(ITERATION, CAUCUS, round, graph.arcs(), seconds);
        if (hasPeer) {
            works.add(ITERATION_WITH_GDS, CAUCUS, round, graph.arcs(), seconds);
        }
    }

    private static FastRp embed(
            Works works, Csr graph, long[] keys, FastRp.Settings settings, int round, boolean hasPeer) {
        long start = System.nanoTime();
        var embeddings = FastRp.of(graph, keys, settings);
        double seconds = Works.secondsSince(start);
        works.add(
                "embeddings, a power",
                CAUCUS,
                round,
                graph.arcs(),
                seconds / settings.weights().size());
        if (hasPeer) {
            works.add(EMBEDDINGS, CAUCUS, round, graph.arcs(), seconds);
        }
        return embeddings;
    }

    /** JGraphT, on a graph that it has the memory for. */
    private void smaller(Works works, PrintWriter screen) {
        screen.println("a smaller graph, with JGraphT ...");
        screen.flush();
        var drawn = new DrawnEdges(Math.max(2, vertices / smaller), Math.max(1, edges / smaller), seed);
        var graph = drawn.graph();
        var objects = objects(drawn);
        for (int round = 0; round <= rounds; round++) {
            double rank = works.lap("PageRank, smaller", "JGraphT", round, graph.arcs(), () -> highest(objects));
            agree(RANK, rank, works.lap("PageRank, smaller", CAUCUS, round, graph.arcs(), () -> highest(graph)));
            double components = works.lap(
                    "components, smaller",
                    "JGraphT",
                    round,
                    graph.arcs(),
                    () -> new ConnectivityInspector<>(objects).connectedSets().size());
            agree(
                    COMPONENTS,
                    components,
                    works.lap("components, smaller", CAUCUS, round, graph.arcs(), () -> components(graph)));
        }
    }

    private static Graph<Integer, DefaultEdge> objects(DrawnEdges drawn) {
        var graph = new Pseudograph<Integer, DefaultEdge>(DefaultEdge.class);
        IntStream.range(0, drawn.size()).forEach(graph::addVertex);
        IntStream.range(0, drawn.edges()).forEach(edge -> graph.addEdge(drawn.one(edge), drawn.other(edge)));
        return graph;
    }

    private static double highest(Graph<Integer, DefaultEdge> graph) {
        return new org.jgrapht.alg.scoring.PageRank<>(graph, 1 - WALK.restart(), WALK.iterations(), WALK.tolerance())
                .getScores().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0);
    }

    private static double highest(Csr graph) {
        var rank = PageRank.of(graph, WALK);
        return IntStream.range(0, graph.size()).mapToDouble(rank::of).max().orElse(0);
    }

    private static double components(Csr graph) {
        int[] components = Components.of(graph);
        return IntStream.range(0, components.length)
                .filter(vertex -> components[vertex] == vertex)
                .count();
    }

    /** Who comes to something else has done other work. */
    private static void agree(String work, double one, double other) {
        if (Math.abs(one - other) > 1e-6 * Math.max(one, other)) {
            throw new IllegalStateException(
                    "%s comes to %s here and to %s there; the figures cannot be compared".formatted(work, one, other));
        }
    }

    private String settings() {
        return "%,d vertices, %,d edges, %d dimensions, %d asked, JGraphT on 1/%d, %d rounds, seed %d"
                .formatted(vertices, edges, dimension, asked, smaller, rounds, seed);
    }
}
