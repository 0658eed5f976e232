package io.caucus.features.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where a walk that restarts at the seeds is to be found.
 *
 * <p><b>Definition.</b> With s the seeds divided by their sum, P the transition matrix (weight ÷ strength) and r the restart
 * probability, the p that solves p = r·s + (1 − r)·(Pᵀp + δ·s), where δ is the part of p on dangling vertices: whoever cannot go on
 * restarts. With one and the same seed for all it is PageRank. <em>Leaving out its own</em>, a vertex gets its value under the seeds
 * without its own, so that a label is never explained by itself.
 *
 * <p><b>Source.</b> L. Page, S. Brin, R. Motwani, T. Winograd, "The PageRank citation ranking" (1999); T. Haveliwala, "Topic-sensitive
 * PageRank" (2002). The power iteration shrinks the error by 1 − r each time.
 *
 * <p>Leaving out is exact by linearity. But for a factor, p is u(s) = r·(I − (1 − r)Pᵀ)⁻¹s, so u(s − sᵢeᵢ) = u(s) − sᵢ·u(eᵢ), and of the
 * second only its value at i is needed, for which {@link OwnMass} looks around i alone.
 *
 * <p><b>Cost.</b> One pass over the arcs for each iteration, about log tolerance ÷ log (1 − r) of them (170 for the standard walk), on
 * all cores; leaving out costs {@link OwnMass} for each seed. <b>Determinism.</b> The same bits on any number of threads and for any order of edges.
 */
public final class PageRank {

    private final Csr graph;
    private final RandomWalk walk;
    private final double[] shares;
    private final double[] ranks;
    private final double stuck;
    private final Convergence convergence;

    private PageRank(
            Csr graph, RandomWalk walk, double[] shares, double[] ranks, double stuck, Convergence convergence) {
        this.graph = graph;
        this.walk = walk;
        this.shares = shares;
        this.ranks = ranks;
        this.stuck = stuck;
        this.convergence = convergence;
    }

    public static PageRank of(Csr graph, RandomWalk walk) {
        var seeds = new double[graph.size()];
        Arrays.fill(seeds, 1);
        return personalised(graph, seeds, walk);
    }

    /**
     * @param seeds one for each vertex, finite and not negative; only their proportions matter. Where all are 0, so are the ranks.
     * @throws IllegalArgumentException if there are more or fewer seeds than vertices, or one is negative or no number
     */
    public static PageRank personalised(Csr graph, double[] seeds, RandomWalk walk) {
        var shares = shares(graph, seeds);
        var iteration = new Iteration(graph, walk, shares);
        var convergence = iteration.run();
        return new PageRank(graph, walk, shares, iteration.ranks, iteration.stuck(), convergence);
    }

    /** They sum to 1, unless there is no seed. */
    public double of(int vertex) {
        return ranks[vertex];
    }

    /** The residual is the sum of all changes in the last iteration. */
    public Convergence convergence() {
        return convergence;
    }

    /**
     * For every vertex its rank under all seeds but its own; where it is the only seed, 0.
     *
     * @param tolerance how far below the truth a seed's own mass may be (see {@link OwnMass}). With a share s of all seeds its rank is then at
     *     most tolerance · s ÷ ((1 − s) · restart) too high, beside what the iteration left open.
     * @throws IllegalStateException in a directed graph
     */
    public double[] leavingOutOwn(double tolerance) {
        var own = new OwnMass(graph, walk.restart(), tolerance);
        // p = (r + (1 − r)δ)/r · u(s), and p sums to 1.
        double total = walk.restart() / (walk.restart() + (1 - walk.restart()) * stuck);
        return IntStream.range(0, graph.size())
                .parallel()
                .mapToDouble(vertex -> shares[vertex] == 0 ? ranks[vertex] : without(vertex, total, own))
                .toArray();
    }

    private double without(int seed, double total, OwnMass own) {
        // From a vertex with arcs, an undirected walk never comes to one without: all its mass stays.
        double ofAllItSends = graph.strength(seed) > 0 ? 1 : walk.restart();
        double others = total - shares[seed] * ofAllItSends;
        double here = total * ranks[seed] - shares[seed] * own.of(seed);
        return shares[seed] == 1 ? 0 : Math.max(0, here / others);
    }

    private static double[] shares(Csr graph, double[] seeds) {
        if (seeds.length != graph.size()) {
            throw new IllegalArgumentException("%d seeds for %d vertices; each vertex needs one, 0 where it is none"
                    .formatted(seeds.length, graph.size()));
        }
        double sum = 0;
        for (int vertex = 0; vertex < seeds.length; vertex++) {
            if (!(seeds[vertex] >= 0 && seeds[vertex] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "seed of vertex %d is %s; a seed is finite and not negative".formatted(vertex, seeds[vertex]));
            }
            sum += seeds[vertex];
        }
        double divisor = sum > 0 ? sum : 1;
        return Arrays.stream(seeds).map(seed -> seed / divisor).toArray();
    }

    /** Pulls along reversed arcs, so that each vertex is written by one thread only. */
    private static final class Iteration {

        private final Csr incoming;
        private final RandomWalk walk;
        private final double[] shares;
        private final double[] perStrength;
        private final int[] dangling;
        private double[] ranks;
        private double[] next;
        private double[] sent;
        private double[] nextSent;

        Iteration(Csr graph, RandomWalk walk, double[] shares) {
            this.incoming = graph.reversed();
            this.walk = walk;
            this.shares = shares;
            int size = graph.size();
            this.ranks = shares.clone();
            this.next = new double[size];
            this.sent = new double[size];
            this.nextSent = new double[size];
            this.perStrength = new double[size];
            Blocks.forEach(size, (begin, end) -> {
                for (int vertex = begin; vertex < end; vertex++) {
                    double strength = graph.strength(vertex);
                    perStrength[vertex] = strength > 0 ? 1 / strength : 0;
                    sent[vertex] = ranks[vertex] * perStrength[vertex];
                }
            });
            this.dangling = IntStream.range(0, size)
                    .filter(vertex -> perStrength[vertex] == 0)
                    .toArray();
        }

        Convergence run() {
            double change = Double.POSITIVE_INFINITY;
            int iterations = 0;
            while (change > walk.tolerance() && iterations < walk.iterations()) {
                change = step();
                iterations++;
            }
            return new Convergence(iterations, change, change <= walk.tolerance());
        }

        private double step() {
            double back = walk.restart() + (1 - walk.restart()) * stuck();
            double change = Blocks.sum(ranks.length, (begin, end) -> pull(begin, end, back));
            var free = ranks;
            ranks = next;
            next = free;
            var freeSent = sent;
            sent = nextSent;
            nextSent = freeSent;
            return change;
        }

        /** What is on dangling vertices. */
        double stuck() {
            return Blocks.sum(dangling.length, (begin, end) -> {
                double sum = 0;
                for (int place = begin; place < end; place++) {
                    sum += ranks[dangling[place]];
                }
                return sum;
            });
        }

        private double pull(int begin, int end, double back) {
            double change = 0;
            for (int vertex = begin; vertex < end; vertex++) {
                double rank = back * shares[vertex] + (1 - walk.restart()) * incoming.gather(vertex, sent);
                change += Math.abs(rank - ranks[vertex]);
                next[vertex] = rank;
                nextSent[vertex] = rank * perStrength[vertex];
            }
            return change;
        }
    }
}
