package io.caucus.features.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.graph.NearestNeighbours.Neighbour;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FastRP, neighbours by cosine and what they tell, against matrices written out in full. */
class EmbeddingTest {

    private static final FastRp.Settings SETTINGS = new FastRp.Settings(16, -0.5, List.of(0.5, 1.0, 2.0), 7);

    /** 0 and 1 have the same neighbours, 4 and 5 have others: who has the same surroundings lies at no angle. */
    @Test
    void whoHasTheSameNeighboursIsNearest() {
        var graph = Csr.undirected(8, new int[] {0, 0, 1, 1, 4, 4, 5, 5}, new int[] {2, 3, 2, 3, 6, 7, 6, 7});
        var embeddings = FastRp.of(graph, keys(8), SETTINGS);

        var nearest = NearestNeighbours.among(embeddings, IntStream.range(0, 8).toArray())
                .of(new int[] {1, 4}, 1);

        assertThat(nearest.get(0)).singleElement().satisfies(neighbour -> {
            assertThat(neighbour.vertex()).isZero();
            assertThat(neighbour.cosine()).isEqualTo(1, within(1e-6f));
        });
        assertThat(nearest.get(1)).singleElement().extracting(Neighbour::vertex).isEqualTo(5);
    }

    @Test
    void whoHasNoTiesResemblesNobody() {
        var embeddings = FastRp.of(Csr.undirected(3, new int[] {0}, new int[] {1}), keys(3), SETTINGS);

        var nearest = NearestNeighbours.among(embeddings, new int[] {0, 1, 2}).of(new int[] {0, 2}, 5);

        assertThat(nearest.get(0)).extracting(Neighbour::vertex).containsExactly(1);
        assertThat(nearest.get(1)).isEmpty();
    }

    @Test
    void anEmptyGraphHasNoEmbeddings() {
        var embeddings = FastRp.of(Csr.undirected(0, new int[] {}, new int[] {}), keys(0), SETTINGS);

        assertThat(embeddings.size()).isZero();
        assertThat(NearestNeighbours.among(embeddings, new int[] {}).of(new int[] {}, 1))
                .isEmpty();
    }

    /** 2 of 3 known were good: (2 + 20 · 0.1) ÷ (3 + 20). */
    @Test
    void aRateIsHeldCloseToTheBaseRate() {
        var neighbours = IntStream.range(0, 5)
                .mapToObj(vertex -> new Neighbour(vertex, 1))
                .toList();
        var rate = new SimilarRate(0.1, 20);

        assertThat(rate.of(neighbours, vertex -> vertex > 1, vertex -> vertex > 2))
                .isEqualTo(4.0 / 23, within(1e-15));
        assertThat(rate.of(List.of(), vertex -> true, vertex -> true)).isEqualTo(0.1, within(1e-15));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        var graph = Csr.undirected(2, new int[] {0}, new int[] {1});
        var embeddings = FastRp.of(graph, keys(2), SETTINGS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FastRp.of(graph, keys(3), SETTINGS))
                .withMessage("3 keys for 2 vertices; each vertex needs one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FastRp.Settings(0, 0, List.of(1.0), 1))
                .withMessage("dimension is 0, must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FastRp.Settings(8, 2, List.of(1.0), 1))
                .withMessage("normalization is 2.0, must lie in [-1, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FastRp.Settings(8, 0, List.of(), 1))
                .withMessage("weights are []; there must be one for each power, and each finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestNeighbours.among(embeddings, new int[] {1, 0}))
                .withMessage("candidate 1 is vertex 0; candidates rise, and the vertices are 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> NearestNeighbours.among(embeddings, new int[] {0}).of(new int[] {0}, 0))
                .withMessage("0 neighbours are asked for; 1 is the least");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimilarRate(1.5, 20))
                .withMessage("base rate is 1.5, must lie in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimilarRate(0.5, 0))
                .withMessage("prior is 0.0, must be positive and finite");
    }

    @Nested
    class OnAnyGraph {

        static LongStream seeds() {
            return LongStream.rangeClosed(1, 200);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void embeddingsAreThoseOfFullMatrices(long seed) {
            var graph = DrawnGraph.of(seed).weighted();

            var embeddings = FastRp.of(graph, keys(graph.size()), SETTINGS);

            var expected = embedded(graph);
            for (int vertex = 0; vertex < graph.size(); vertex++) {
                for (int coordinate = 0; coordinate < SETTINGS.dimension(); coordinate++) {
                    assertThat((double) embeddings.of(vertex, coordinate))
                            .isEqualTo(expected[vertex][coordinate], within(1e-4));
                }
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void neighboursAreThoseOfAFullSearch(long seed) {
            var graph = DrawnGraph.of(new SplittableRandom(seed), 300, 500).undirected();
            var odd = new FastRp.Settings(16 + (int) (seed % 4), 0, List.of(1.0, 1.0), seed);
            var embeddings = FastRp.of(graph, keys(300), odd);
            int[] candidates =
                    IntStream.range(0, 300).filter(vertex -> vertex % 3 != 0).toArray();
            int[] asked = {0, 1, 150, 299};

            var nearest = NearestNeighbours.among(embeddings, candidates).of(asked, 10);

            for (int place = 0; place < asked.length; place++) {
                assertThat(nearest.get(place)).isEqualTo(searched(embeddings, asked[place], candidates, 10));
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void theOrderOfEdgesChangesNoBit(long seed) {
            var drawn = DrawnGraph.of(seed);

            var one = FastRp.of(drawn.weighted(), keys(drawn.size()), SETTINGS);
            var other = FastRp.of(drawn.shuffled(seed).weighted(), keys(drawn.size()), SETTINGS);

            assertThat(coordinates(other)).containsExactly(coordinates(one));
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void aVertexKeepsItsEmbeddingUnderAnotherNumber(long seed) {
            var drawn = DrawnGraph.of(seed);
            int[] names = drawn.newNames(seed);
            var movedKeys = new long[drawn.size()];
            IntStream.range(0, drawn.size()).forEach(vertex -> movedKeys[names[vertex]] = vertex);

            var one = FastRp.of(drawn.weighted(), keys(drawn.size()), SETTINGS);
            var moved = FastRp.of(drawn.renumbered(names).weighted(), movedKeys, SETTINGS);

            for (int vertex = 0; vertex < drawn.size(); vertex++) {
                assertThat(moved.of(names[vertex], 3)).isEqualTo(one.of(vertex, 3), within(1e-4f));
            }
        }
    }

    @Test
    void oneThreadAndManyGiveTheSameBits() {
        var graph = DrawnGraph.of(new SplittableRandom(4), 10_000, 30_000).weighted();
        int[] candidates = IntStream.range(0, 1_000).toArray();

        var one = DrawnGraph.on(1, () -> FastRp.of(graph, keys(10_000), SETTINGS));
        var many = DrawnGraph.on(4, () -> FastRp.of(graph, keys(10_000), SETTINGS));

        assertThat(coordinates(many)).containsExactly(coordinates(one));
        assertThat(DrawnGraph.on(
                        4, () -> NearestNeighbours.among(one, candidates).of(candidates, 20)))
                .isEqualTo(DrawnGraph.on(
                        1, () -> NearestNeighbours.among(one, candidates).of(candidates, 20)));
    }

    private static long[] keys(int size) {
        return LongStream.range(0, size).toArray();
    }

    private static float[] coordinates(FastRp embeddings) {
        var all = new float[embeddings.size() * embeddings.dimension()];
        for (int place = 0; place < all.length; place++) {
            all[place] = embeddings.of(place / embeddings.dimension(), place % embeddings.dimension());
        }
        return all;
    }

    /** Σ αₖ [Pᵏ·R] in doubles. In a graph of loops P is the identity and every vertex has the same strength, so the first power shows R. */
    private static double[][] embedded(Csr graph) {
        int size = graph.size();
        int[] all = IntStream.range(0, size).toArray();
        var once = new FastRp.Settings(SETTINGS.dimension(), SETTINGS.normalization(), List.of(1.0), SETTINGS.seed());
        var loops = FastRp.of(Csr.undirected(size, all, all), keys(size), once);
        double total = IntStream.of(all).mapToDouble(graph::strength).sum();
        var power = new double[size][SETTINGS.dimension()];
        for (int vertex = 0; vertex < size; vertex++) {
            double scale =
                    graph.strength(vertex) > 0 ? Math.pow(graph.strength(vertex) / total, SETTINGS.normalization()) : 0;
            for (int coordinate = 0; coordinate < SETTINGS.dimension(); coordinate++) {
                power[vertex][coordinate] = scale * Math.sqrt(3) * Math.signum(loops.of(vertex, coordinate));
            }
        }
        var sum = new double[size][SETTINGS.dimension()];
        for (double weight : SETTINGS.weights()) {
            power = times(graph, power);
            for (int vertex = 0; vertex < size; vertex++) {
                double length = Math.sqrt(
                        Arrays.stream(power[vertex]).map(value -> value * value).sum());
                for (int coordinate = 0; length > 0 && coordinate < SETTINGS.dimension(); coordinate++) {
                    sum[vertex][coordinate] += weight * power[vertex][coordinate] / length;
                }
            }
        }
        return sum;
    }

    private static double[][] times(Csr graph, double[][] matrix) {
        var product = new double[graph.size()][matrix.length == 0 ? 0 : matrix[0].length];
        for (int vertex = 0; vertex < graph.size(); vertex++) {
            for (int arc = graph.begin(vertex); arc < graph.begin(vertex + 1) && graph.strength(vertex) > 0; arc++) {
                for (int column = 0; column < product[vertex].length; column++) {
                    product[vertex][column] +=
                            graph.weight(arc) / graph.strength(vertex) * matrix[graph.target(arc)][column];
                }
            }
        }
        return product;
    }

    private static List<Neighbour> searched(FastRp embeddings, int asks, int[] candidates, int most) {
        var mine = unit(embeddings, asks);
        if (length(embeddings, asks) == 0) {
            return List.of();
        }
        return IntStream.of(candidates)
                .filter(vertex -> vertex != asks && length(embeddings, vertex) > 0)
                .mapToObj(vertex -> new Neighbour(vertex, product(mine, unit(embeddings, vertex))))
                .sorted(Comparator.comparingDouble(Neighbour::cosine).reversed().thenComparingInt(Neighbour::vertex))
                .limit(most)
                .toList();
    }

    private static float product(float[] one, float[] other) {
        float sum = 0;
        for (int coordinate = 0; coordinate < one.length; coordinate++) {
            sum += one[coordinate] * other[coordinate];
        }
        return sum;
    }

    private static float[] unit(FastRp embeddings, int vertex) {
        var unit = new float[embeddings.dimension()];
        for (int coordinate = 0; coordinate < unit.length; coordinate++) {
            unit[coordinate] = (float) (embeddings.of(vertex, coordinate) / length(embeddings, vertex));
        }
        return unit;
    }

    private static double length(FastRp embeddings, int vertex) {
        return Math.sqrt(IntStream.range(0, embeddings.dimension())
                .mapToDouble(
                        coordinate -> (double) embeddings.of(vertex, coordinate) * embeddings.of(vertex, coordinate))
                .sum());
    }
}
