package io.caucus.features.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against JGraphT where it can (one seed for all), else against the equations solved by elimination. */
class PageRankTest {

    private static final RandomWalk WALK = RandomWalk.STANDARD;
    private static final double TOLERANCE = 1e-10;

    /** p₁ = 0.85·(p₀ + p₂), p₂ = 0.425·p₁, p₀ = 0.15 + 0.425·p₁: p₁ = 0.1275 ÷ 0.2775. */
    @Test
    void aPathOfThreeMatchesTheClosedForm() {
        var path = Csr.undirected(3, new int[] {0, 1}, new int[] {1, 2});

        var rank = PageRank.personalised(path, new double[] {1, 0, 0}, WALK);

        double middle = 0.1275 / 0.2775;
        assertThat(rank.of(0)).isEqualTo(0.15 + 0.425 * middle, within(1e-11));
        assertThat(rank.of(1)).isEqualTo(middle, within(1e-11));
        assertThat(rank.of(2)).isEqualTo(0.425 * middle, within(1e-11));
        assertThat(rank.convergence().converged()).isTrue();
    }

    @Test
    void whoIsTheOnlySeedHasNothingWithoutItsOwn() {
        var path = Csr.undirected(3, new int[] {0, 1}, new int[] {1, 2});

        var rank = PageRank.personalised(path, new double[] {7, 0, 0}, WALK);

        assertThat(rank.leavingOutOwn(TOLERANCE)).containsExactly(0, rank.of(1), rank.of(2));
    }

    @Test
    void withoutSeedsAllRanksAreZero() {
        var path = Csr.undirected(2, new int[] {0}, new int[] {1});

        var rank = PageRank.personalised(path, new double[] {0, 0}, WALK);

        assertThat(ranks(rank, 2)).containsExactly(0, 0);
        assertThat(rank.leavingOutOwn(TOLERANCE)).containsExactly(0, 0);
        assertThat(PageRank.of(Csr.undirected(0, new int[] {}, new int[] {}), WALK)
                        .leavingOutOwn(TOLERANCE))
                .isEmpty();
    }

    @Test
    void anIterationThatRunsOutSaysSo() {
        var path = Csr.undirected(3, new int[] {0, 1}, new int[] {1, 2});

        var ending = PageRank.of(path, new RandomWalk(0.15, 1e-12, 5)).convergence();

        assertThat(ending.iterations()).isEqualTo(5);
        assertThat(ending.converged()).isFalse();
        assertThat(ending.residual()).isGreaterThan(1e-12);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        var directed = Csr.directed(2, new int[] {0}, new int[] {1});
        var seeds = new double[] {1, 1};

        assertThatIllegalStateException()
                .isThrownBy(() -> PageRank.personalised(directed, seeds, WALK).leavingOutOwn(TOLERANCE))
                .withMessageContaining("build it with Csr.undirected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageRank.personalised(directed, new double[] {1}, WALK))
                .withMessage("1 seeds for 2 vertices; each vertex needs one, 0 where it is none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageRank.personalised(directed, new double[] {1, Double.NaN}, WALK))
                .withMessage("seed of vertex 1 is NaN; a seed is finite and not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomWalk(1.5, 1e-9, 10))
                .withMessage("restart is 1.5, must lie in (0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomWalk(0.15, 0, 10))
                .withMessage("tolerance is 0.0, must lie in (0, 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomWalk(0.15, 1e-9, 0))
                .withMessage("iterations are 0, must be at least 1");
    }

    @Nested
    class OnAnyGraph {

        static LongStream seeds() {
            return LongStream.rangeClosed(1, 200);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void withOneSeedForAllItIsThePageRankOfJGraphT(long seed) {
            var drawn = positive(DrawnGraph.of(seed));
            var judge = new DirectedWeightedPseudograph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
            IntStream.range(0, drawn.size()).forEach(judge::addVertex);
            for (int edge = 0; edge < drawn.one().length; edge++) {
                judge.setEdgeWeight(judge.addEdge(drawn.one()[edge], drawn.other()[edge]), drawn.weights()[edge]);
            }

            var rank = PageRank.of(drawn.directed(), WALK);

            var scores = new org.jgrapht.alg.scoring.PageRank<>(judge, 0.85, 1000, 1e-13).getScores();
            for (int vertex = 0; vertex < drawn.size(); vertex++) {
                assertThat(rank.of(vertex)).isEqualTo(scores.get(vertex), within(1e-9));
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void personalisedItSolvesItsEquations(long seed) {
            var graph = DrawnGraph.of(seed).directed();
            var seeds = someSeeds(graph.size(), seed);

            var rank = PageRank.personalised(graph, seeds, WALK);

            assertThat(ranks(rank, graph.size())).containsExactly(solved(graph, seeds), within(1e-10));
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void leavingOutOwnIsWorkingItOutAgainWithoutThatSeed(long seed) {
            var graph = DrawnGraph.of(seed).weighted();
            var seeds = someSeeds(graph.size(), seed);

            var without = PageRank.personalised(graph, seeds, WALK).leavingOutOwn(TOLERANCE);

            for (int vertex = 0; vertex < graph.size(); vertex++) {
                var others = seeds.clone();
                others[vertex] = 0;
                double bound = TOLERANCE
                        * seeds[vertex]
                        / Math.max(1e-9, 0.15 * DoubleStream.of(others).sum());
                assertThat(without[vertex]).isEqualTo(solved(graph, others)[vertex], within(1e-10 + bound));
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void aVertexsOwnMassIsWithinItsToleranceBelowTheTruth(long seed) {
            var graph = DrawnGraph.of(seed).weighted();
            for (double tolerance : new double[] {1e-2, 1e-4, 1e-8}) {
                var own = new OwnMass(graph, 0.15, tolerance);

                int vertex = (int) (seed % graph.size());

                assertThat(ended(graph, vertex) - own.of(vertex)).isBetween(-1e-12, tolerance + 1e-12);
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void ranksAreADistribution(long seed) {
            var graph = DrawnGraph.of(seed).directed();

            var rank = PageRank.of(graph, WALK);

            assertThat(DoubleStream.of(ranks(rank, graph.size())).sum()).isEqualTo(1, within(1e-12));
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void theOrderOfEdgesChangesNoBit(long seed) {
            var drawn = DrawnGraph.of(seed);
            var seeds = someSeeds(drawn.size(), seed);

            var one = PageRank.personalised(drawn.weighted(), seeds, WALK);
            var other = PageRank.personalised(drawn.shuffled(seed).weighted(), seeds, WALK);

            assertThat(ranks(other, drawn.size())).containsExactly(ranks(one, drawn.size()));
            assertThat(other.leavingOutOwn(TOLERANCE)).containsExactly(one.leavingOutOwn(TOLERANCE));
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void otherNumbersForVerticesOnlyMoveTheRanks(long seed) {
            var drawn = DrawnGraph.of(seed);
            int[] names = drawn.newNames(seed);

            var rank = PageRank.of(drawn.weighted(), WALK);
            var moved = PageRank.of(drawn.renumbered(names).weighted(), WALK);

            for (int vertex = 0; vertex < drawn.size(); vertex++) {
                assertThat(moved.of(names[vertex])).isEqualTo(rank.of(vertex), within(1e-12));
            }
        }
    }

    @Test
    void oneThreadAndManyGiveTheSameBits() {
        var graph = DrawnGraph.of(new SplittableRandom(2), 10_000, 30_000).weighted();
        var seeds = someSeeds(graph.size(), 5);
        var few = IntStream.range(0, seeds.length)
                .mapToDouble(vertex -> vertex % 500 == 0 ? 1 : 0)
                .toArray();

        assertThat(DrawnGraph.on(4, () -> ranks(PageRank.personalised(graph, seeds, WALK), graph.size())))
                .containsExactly(
                        DrawnGraph.on(1, () -> ranks(PageRank.personalised(graph, seeds, WALK), graph.size())));
        assertThat(DrawnGraph.on(
                        4, () -> PageRank.personalised(graph, few, WALK).leavingOutOwn(1e-7)))
                .containsExactly(DrawnGraph.on(
                        1, () -> PageRank.personalised(graph, few, WALK).leavingOutOwn(1e-7)));
    }

    private static double[] ranks(PageRank rank, int size) {
        return IntStream.range(0, size).mapToDouble(rank::of).toArray();
    }

    /** Arcs of no weight aside, on which JGraphT has no opinion. */
    private static DrawnGraph positive(DrawnGraph drawn) {
        for (int edge = 0; edge < drawn.weights().length; edge++) {
            drawn.weights()[edge] += 0.5f;
        }
        return drawn;
    }

    private static double[] someSeeds(int size, long seed) {
        var random = new SplittableRandom(seed);
        return random.doubles(size).map(share -> share < 0.6 ? 0 : share).toArray();
    }

    /** p = r·s + (1 − r)·(Pᵀp + δ·s), by elimination; without seeds there is nobody anywhere. */
    private static double[] solved(Csr graph, double[] seeds) {
        double all = DoubleStream.of(seeds).sum();
        int size = graph.size();
        if (all == 0) {
            return new double[size];
        }
        var equations = new double[size][size + 1];
        for (int from = 0; from < size; from++) {
            double strength = graph.strength(from);
            equations[from][from] += 1;
            equations[from][size] = 0.15 * seeds[from] / all;
            for (int arc = graph.begin(from); strength > 0 && arc < graph.begin(from + 1); arc++) {
                equations[graph.target(arc)][from] -= 0.85 * graph.weight(arc) / strength;
            }
            for (int to = 0; strength == 0 && to < size; to++) {
                equations[to][from] -= 0.85 * seeds[to] / all;
            }
        }
        return eliminated(equations);
    }

    /** The chance that a walk begun at a vertex ends there, by elimination; whoever cannot go on is gone. */
    private static double ended(Csr graph, int vertex) {
        int size = graph.size();
        var equations = new double[size][size + 1];
        equations[vertex][size] = 0.15;
        for (int from = 0; from < size; from++) {
            equations[from][from] += 1;
            for (int arc = graph.begin(from); graph.strength(from) > 0 && arc < graph.begin(from + 1); arc++) {
                equations[graph.target(arc)][from] -= 0.85 * graph.weight(arc) / graph.strength(from);
            }
        }
        return eliminated(equations)[vertex];
    }

    /** The matrix is diagonally dominant by columns, so no pivot is needed. */
    private static double[] eliminated(double[][] equations) {
        int size = equations.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = 0; row < size; row++) {
                double factor = row == pivot ? 0 : equations[row][pivot] / equations[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= size; column++) {
                    equations[row][column] -= factor * equations[pivot][column];
                }
            }
        }
        return IntStream.range(0, size)
                .mapToDouble(row -> equations[row][size] / equations[row][row])
                .toArray();
    }
}
