package io.caucus.features.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.Multigraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Components and separators, with JGraphT as the judge. */
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
        void theOrderOfEdgesDoesNotMatter(long seed) {
            var drawn = new Drawn(seed);
            var reversed = IntGraph.of(drawn.size, reverse(drawn.other), reverse(drawn.one));

            assertThat(Separators.between(reversed, drawn.sources, drawn.targets))
                    .isEqualTo(Separators.between(drawn.ours(), drawn.sources, drawn.targets));
            assertThat(ConnectedComponents.of(reversed)).isEqualTo(ConnectedComponents.of(drawn.ours()));
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

        boolean isConnectedWithout(int vertex) {
            var graph = theirs();
            graph.removeVertex(vertex);
            var inspector = new ConnectivityInspector<>(graph);
            Set<Integer> reached = new HashSet<>();
            Arrays.stream(sources)
                    .filter(source -> source != vertex)
                    .forEach(source -> reached.addAll(inspector.connectedSetOf(source)));
            return Arrays.stream(targets).anyMatch(reached::contains);
        }
    }
}
