package io.caucus.features.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.Multigraph;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Components, separators, cuts and betweenness, with JGraphT as the judge. */
class GraphsTest {

    @Test
    void theMiddleOfAPathSeparatesItsEnds() {
        var path = IntGraph.of(4, new int[] {0, 1, 2}, new int[] {1, 2, 3});

        var separators = Separators.between(path, new int[] {0}, new int[] {3});

        assertThat(separators).isEqualTo(new Separators(true, List.of(0, 1, 2)));
    }

    @Test
    void aCircleHasNoSeparatorButItsSource() {
        var circle = IntGraph.of(4, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 0});

        assertThat(Separators.between(circle, new int[] {0}, new int[] {2}).vertices())
                .containsExactly(0);
        assertThat(Separators.between(circle, new int[] {0, 1}, new int[] {2, 3})
                        .vertices())
                .isEmpty();
    }

    @Test
    void whatIsNotConnectedHasNoSeparator() {
        var apart = IntGraph.of(2, new int[] {}, new int[] {});

        assertThat(Separators.between(apart, new int[] {0}, new int[] {1})).isEqualTo(new Separators(false, List.of()));
    }

    @Test
    void aStarIsAsCentralizedAsCanBeAndACircleNotAtAll() {
        var star = IntGraph.of(4, new int[] {0, 0, 0}, new int[] {1, 2, 3});
        var circle = IntGraph.of(4, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 0});

        assertThat(Betweenness.of(star)).containsExactly(3, 0, 0, 0);
        assertThat(Betweenness.centralization(Betweenness.of(star))).isEqualTo(1);
        assertThat(Betweenness.of(circle)).containsExactly(0.5, 0.5, 0.5, 0.5);
        assertThat(Betweenness.centralization(Betweenness.of(circle))).isZero();
    }

    @Test
    void twoVerticesHaveNoCentralization() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Betweenness.centralization(new double[2]))
                .withMessageContaining("2 vertices");
    }

    @Test
    void theCutLiesNextToTheSources() {
        var path = IntGraph.of(4, new int[] {0, 1, 2}, new int[] {1, 2, 3});

        assertThat(VertexCut.between(path, new int[] {0}, new int[] {3}).vertices())
                .containsExactly(0);
    }

    /** The shortest way, 0–2–5–7, takes a step of both others: it has to be given up for them. */
    @Test
    void aWayFoundFirstIsReroutedForTwo() {
        var graph = IntGraph.of(8, new int[] {0, 2, 5, 0, 3, 1, 2, 6}, new int[] {2, 5, 7, 3, 5, 2, 6, 7});

        assertThat(VertexCut.between(graph, new int[] {0, 1}, new int[] {7}).size())
                .isEqualTo(2);
    }

    @Test
    void aSourceThatIsATargetIsRefused() {
        var pair = IntGraph.of(2, new int[] {0}, new int[] {1});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VertexCut.between(pair, new int[] {0}, new int[] {0, 1}))
                .withMessage("vertex 0 is a source and a target");
    }

    @Nested
    class OnAnyGraph {

        static LongStream seeds() {
            return LongStream.rangeClosed(1, 200);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void componentsAreThoseOfJGraphT(long seed) {
            var drawn = new Drawn(seed);

            var component = ConnectedComponents.of(drawn.ours());

            var theirs = new ConnectivityInspector<>(drawn.theirs());
            for (int vertex = 0; vertex < drawn.size; vertex++) {
                var connected = theirs.connectedSetOf(vertex);
                assertThat(component[vertex])
                        .isEqualTo(connected.stream().min(Integer::compare).orElseThrow());
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void takingOutASeparatorDisconnectsAndTakingOutAnythingElseDoesNot(long seed) {
            var drawn = new Drawn(seed);

            var separators = Separators.between(drawn.ours(), drawn.sources, drawn.targets);

            assertThat(separators.connected()).isEqualTo(drawn.isConnectedWithout(-1));
            for (int vertex = 0; vertex < drawn.size; vertex++) {
                boolean separates =
                        separators.connected() && !drawn.isTarget(vertex) && !drawn.isConnectedWithout(vertex);
                assertThat(separators.vertices().contains(vertex))
                        .as("vertex %d", vertex)
                        .isEqualTo(separates);
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void separatorsAreArticulationPointsBetweenTheJoinedEnds(long seed) {
            var drawn = new Drawn(seed);
            var joined = drawn.theirs();
            joined.addVertex(-1);
            joined.addVertex(-2);
            Arrays.stream(drawn.sources).forEach(source -> joined.addEdge(-1, source));
            Arrays.stream(drawn.targets).forEach(target -> joined.addEdge(-2, target));

            var separators = Separators.between(drawn.ours(), drawn.sources, drawn.targets);

            assertThat(new BiconnectivityInspector<>(joined).getCutpoints()).containsAll(separators.vertices());
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void theSmallestCutIsAsLargeAsTheFlowOfJGraphTAndCuts(long seed) {
            var drawn = new Drawn(seed);

            var cut = VertexCut.between(drawn.ours(), drawn.sources, drawn.targets);

            assertThat((double) cut.size()).isEqualTo(drawn.flow());
            assertThat(cut.vertices()).noneMatch(drawn::isTarget);
            assertThat(drawn.isConnectedWithout(cut.vertices())).isFalse();
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void oneVertexCutsExactlyIfThereIsASeparator(long seed) {
            var drawn = new Drawn(seed);

            var cut = VertexCut.between(drawn.ours(), drawn.sources, drawn.targets);
            var separators = Separators.between(drawn.ours(), drawn.sources, drawn.targets);

            assertThat(cut.size() == 1).isEqualTo(!separators.vertices().isEmpty());
            assertThat(cut.size() > 0).isEqualTo(separators.connected());
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void betweennessIsThatOfJGraphT(long seed) {
            var drawn = new Drawn(seed);

            var betweenness = Betweenness.of(drawn.ours());

            var theirs = new BetweennessCentrality<>(drawn.simple()).getScores();
            for (int vertex = 0; vertex < drawn.size; vertex++) {
                assertThat(betweenness[vertex]).isCloseTo(theirs.get(vertex), within(1e-9));
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void theOrderOfEdgesDoesNotMatter(long seed) {
            var drawn = new Drawn(seed);
            var reversed = IntGraph.of(drawn.size, reverse(drawn.other), reverse(drawn.one));

            assertThat(Separators.between(reversed, drawn.sources, drawn.targets))
                    .isEqualTo(Separators.between(drawn.ours(), drawn.sources, drawn.targets));
            assertThat(ConnectedComponents.of(reversed)).isEqualTo(ConnectedComponents.of(drawn.ours()));
            assertThat(VertexCut.between(reversed, drawn.sources, drawn.targets))
                    .isEqualTo(VertexCut.between(drawn.ours(), drawn.sources, drawn.targets));
            assertThat(Betweenness.of(reversed)).isEqualTo(Betweenness.of(drawn.ours()));
        }
    }

    private static int[] reverse(int[] values) {
        return IntStream.range(0, values.length)
                .map(i -> values[values.length - 1 - i])
                .toArray();
    }

    /** A sparse random graph with ends that do not overlap. */
    private static final class Drawn {

        private final int size;
        private final int[] one;
        private final int[] other;
        private final int[] sources;
        private final int[] targets;

        Drawn(long seed) {
            var random = new SplittableRandom(seed);
            size = random.nextInt(2, 14);
            int edges = random.nextInt(2 * size);
            one = random.ints(edges, 0, size).toArray();
            other = random.ints(edges, 0, size).toArray();
            int firstTarget = random.nextInt(1, size);
            sources = IntStream.range(0, random.nextInt(firstTarget) + 1).toArray();
            targets = IntStream.range(firstTarget, Math.min(size, firstTarget + random.nextInt(1, 4)))
                    .toArray();
        }

        IntGraph ours() {
            return IntGraph.of(size, one, other);
        }

        Graph<Integer, DefaultEdge> theirs() {
            var graph = new Multigraph<Integer, DefaultEdge>(DefaultEdge.class);
            IntStream.range(0, size).forEach(graph::addVertex);
            for (int edge = 0; edge < one.length; edge++) {
                if (one[edge] != other[edge]) {
                    graph.addEdge(one[edge], other[edge]);
                }
            }
            return graph;
        }

        boolean isTarget(int vertex) {
            return Arrays.stream(targets).anyMatch(target -> target == vertex);
        }

        Graph<Integer, DefaultEdge> simple() {
            var graph = new SimpleGraph<Integer, DefaultEdge>(DefaultEdge.class);
            IntStream.range(0, size).forEach(graph::addVertex);
            for (int edge = 0; edge < one.length; edge++) {
                if (one[edge] != other[edge]) {
                    graph.addEdge(one[edge], other[edge]);
                }
            }
            return graph;
        }

        /** With an entrance and an exit for every vertex, which one unit may pass from one to the other; more through targets. */
        double flow() {
            var network = new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
            network.addVertex(-1);
            network.addVertex(-2);
            IntStream.range(0, 2 * size).forEach(network::addVertex);
            IntStream.range(0, size)
                    .forEach(vertex -> connect(network, 2 * vertex, 2 * vertex + 1, isTarget(vertex) ? size : 1));
            for (int edge = 0; edge < one.length; edge++) {
                if (one[edge] != other[edge]) {
                    connect(network, 2 * one[edge] + 1, 2 * other[edge], size);
                    connect(network, 2 * other[edge] + 1, 2 * one[edge], size);
                }
            }
            Arrays.stream(sources).forEach(source -> connect(network, -1, 2 * source, size));
            Arrays.stream(targets).forEach(target -> connect(network, 2 * target + 1, -2, size));
            return new EdmondsKarpMFImpl<>(network).getMaximumFlowValue(-1, -2);
        }

        private static void connect(Graph<Integer, DefaultWeightedEdge> network, int from, int to, double capacity) {
            var edge = network.addEdge(from, to);
            if (edge != null) {
                network.setEdgeWeight(edge, capacity);
            }
        }

        boolean isConnectedWithout(int vertex) {
            return isConnectedWithout(List.of(vertex));
        }

        boolean isConnectedWithout(List<Integer> vertices) {
            var graph = theirs();
            graph.removeAllVertices(vertices);
            var inspector = new ConnectivityInspector<>(graph);
            Set<Integer> reached = new HashSet<>();
            Arrays.stream(sources)
                    .filter(source -> !vertices.contains(source))
                    .forEach(source -> reached.addAll(inspector.connectedSetOf(source)));
            return Arrays.stream(targets).anyMatch(reached::contains);
        }
    }
}
