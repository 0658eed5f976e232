package io.caucus.features.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.WeightedPseudograph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Degree, components and eigenvector centrality, with JGraphT as the judge. */
class CentralityTest {

    @Test
    void aDegreeCountsOthersOnce() {
        var graph = Csr.undirected(4, new int[] {0, 0, 0, 1}, new int[] {1, 1, 0, 2});

        assertThat(Degree.of(graph)).containsExactly(1, 2, 1, 0);
    }

    @Test
    void aComponentIsNamedByItsSmallestVertexWhicheverWayArcsLead() {
        var graph = Csr.directed(6, new int[] {4, 5, 3}, new int[] {5, 2, 3});

        assertThat(Components.of(graph)).containsExactly(0, 1, 2, 3, 2, 2);
    }

    /** A star of n leaves: λ = √n, the centre 1/√2, each leaf 1/√(2n). It is bipartite, so the plain power iteration would swing. */
    @Test
    void aStarMatchesTheClosedForm() {
        var star = Csr.undirected(5, new int[] {0, 0, 0, 0}, new int[] {1, 2, 3, 4});

        var centrality = EigenvectorCentrality.of(star, 1e-12, 1000);

        assertThat(centrality.convergence().converged()).isTrue();
        assertThat(centrality.eigenvalue()).isEqualTo(2, within(1e-12));
        assertThat(centrality.of(0)).isEqualTo(Math.sqrt(0.5), within(1e-11));
        assertThat(centrality.of(3)).isEqualTo(Math.sqrt(0.125), within(1e-11));
    }

    @Test
    void withoutEdgesNobodyIsCentral() {
        var graph = Csr.undirected(2, new int[] {}, new int[] {});

        var centrality = EigenvectorCentrality.of(graph, 1e-9, 10);

        assertThat(centrality.of(0) + centrality.of(1) + centrality.eigenvalue())
                .isZero();
        assertThat(centrality.convergence()).isEqualTo(new Convergence(0, 0, true));
        assertThat(EigenvectorCentrality.of(Csr.undirected(0, new int[] {}, new int[] {}), 1e-9, 10)
                        .eigenvalue())
                .isZero();
    }

    @Test
    void anIterationThatRunsOutSaysSo() {
        var path = Csr.undirected(3, new int[] {0, 1}, new int[] {1, 2});

        assertThat(EigenvectorCentrality.of(path, 1e-15, 3).convergence())
                .satisfies(ending -> assertThat(ending.converged()).isFalse())
                .satisfies(ending -> assertThat(ending.iterations()).isEqualTo(3));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EigenvectorCentrality.of(Csr.directed(1, new int[] {0}, new int[] {0}), 1e-9, 9))
                .withMessageContaining("build it with Csr.undirected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EigenvectorCentrality.of(Csr.undirected(0, new int[] {}, new int[] {}), 0, 9))
                .withMessageContaining("tolerance is 0.0, must lie in (0, 1)");
    }

    @Nested
    class OnAnyGraph {

        static LongStream seeds() {
            return LongStream.rangeClosed(1, 200);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void componentsAreThoseOfJGraphT(long seed) {
            var drawn = DrawnGraph.of(seed);

            var components = Components.of(drawn.directed());

            var judge = new ConnectivityInspector<>(jgrapht(drawn));
            for (int vertex = 0; vertex < drawn.size(); vertex++) {
                assertThat(components[vertex])
                        .isEqualTo(judge.connectedSetOf(vertex).stream()
                                .min(Integer::compare)
                                .orElseThrow());
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void degreesAreThoseOfJGraphT(long seed) {
            var drawn = DrawnGraph.of(seed);

            var degrees = Degree.of(drawn.undirected());

            var judge = jgrapht(drawn);
            for (int vertex = 0; vertex < drawn.size(); vertex++) {
                var others = Graphs.neighborSetOf(judge, vertex);
                assertThat(degrees[vertex]).isEqualTo(others.size() - (others.contains(vertex) ? 1 : 0));
            }
        }

        /** JGraphT swings on bipartite graphs and needs a graph that hangs together: a weighted circle of odd length sees to both. */
        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void eigenvectorCentralityIsThatOfJGraphT(long seed) {
            var drawn = withCircle(DrawnGraph.of(seed));

            var centrality = EigenvectorCentrality.of(drawn.weighted(), 1e-11, 100_000);

            var judge = new org.jgrapht.alg.scoring.EigenvectorCentrality<>(jgrapht(drawn), 100_000, 1e-13).getScores();
            assertThat(centrality.convergence().converged()).isTrue();
            for (int vertex = 0; vertex < drawn.size(); vertex++) {
                assertThat(centrality.of(vertex)).isEqualTo(judge.get(vertex), within(1e-7));
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void theOrderOfEdgesChangesNoBit(long seed) {
            var drawn = DrawnGraph.of(seed);

            assertThat(values(drawn.shuffled(seed).weighted())).containsExactly(values(drawn.weighted()));
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void otherNumbersForVerticesOnlyMoveTheValues(long seed) {
            var drawn = withCircle(DrawnGraph.of(seed));
            int[] names = drawn.newNames(seed);

            var values = values(drawn.weighted());
            var moved = values(drawn.renumbered(names).weighted());

            for (int vertex = 0; vertex < drawn.size(); vertex++) {
                assertThat(moved[names[vertex]]).isEqualTo(values[vertex], within(1e-7));
            }
        }
    }

    @Test
    void oneThreadAndManyGiveTheSameBits() {
        var graph = DrawnGraph.of(new SplittableRandom(1), 10_000, 30_000).weighted();

        assertThat(DrawnGraph.on(4, () -> values(graph))).containsExactly(DrawnGraph.on(1, () -> values(graph)));
    }

    private static double[] values(Csr graph) {
        var centrality = EigenvectorCentrality.of(graph, 1e-10, 10_000);
        return IntStream.range(0, graph.size()).mapToDouble(centrality::of).toArray();
    }

    private static DrawnGraph withCircle(DrawnGraph drawn) {
        int size = drawn.size() | 1;
        int edges = drawn.one().length;
        var one = Arrays.copyOf(drawn.one(), edges + size);
        var other = Arrays.copyOf(drawn.other(), edges + size);
        var weights = Arrays.copyOf(drawn.weights(), edges + size);
        for (int vertex = 0; vertex < size; vertex++) {
            one[edges + vertex] = vertex;
            other[edges + vertex] = (vertex + 1) % size;
            weights[edges + vertex] = 5;
        }
        return new DrawnGraph(size, one, other, weights);
    }

    static Graph<Integer, DefaultWeightedEdge> jgrapht(DrawnGraph drawn) {
        var graph = new WeightedPseudograph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        IntStream.range(0, drawn.size()).forEach(graph::addVertex);
        for (int edge = 0; edge < drawn.one().length; edge++) {
            var added = graph.addEdge(drawn.one()[edge], drawn.other()[edge]);
            graph.setEdgeWeight(added, drawn.weights()[edge]);
        }
        return graph;
    }
}
