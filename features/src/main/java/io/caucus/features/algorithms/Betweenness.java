package io.caucus.features.algorithms;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Through whom the shortest ways between others lead.
 *
 * <p><b>Definition.</b> The betweenness of v is Σ σ_st(v) ÷ σ_st over the unordered pairs s, t of other vertices that a path
 * connects: σ_st counts the shortest paths between them, σ_st(v) those through v. Edges have length 1; parallel ones count
 * once. The centralization of a graph is Σ (b* − b_v) ÷ ((n − 1)² (n − 2) / 2) with b* the largest betweenness: 0 if all are
 * alike, 1 for a star.
 *
 * <p><b>Source.</b> L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977); U. Brandes,
 * "A faster algorithm for betweenness centrality", J. Math. Sociol. 25 (2001), which counts each pair from both of its ends.
 *
 * <p><b>Cost.</b> O(n·m) time, O(n + m) memory. <b>Determinism.</b> Dependencies are added by rising source, then by falling
 * distance; neighbours are visited by rising number, whatever the order of edges.
 */
public final class Betweenness {

    private final int[][] neighbours;
    private final double[] betweenness;

    private Betweenness(IntGraph graph) {
        this.neighbours =
                IntStream.range(0, graph.size()).mapToObj(graph::neighbours).toArray(int[][]::new);
        this.betweenness = new double[graph.size()];
    }

    /** Of each vertex. */
    public static double[] of(IntGraph graph) {
        var counted = new Betweenness(graph);
        for (int source = 0; source < graph.size(); source++) {
            counted.addPathsFrom(source);
        }
        return counted.betweenness;
    }

    /**
     * Freeman's centralization, in [0, 1].
     *
     * @param betweenness of each vertex of a graph
     * @throws IllegalArgumentException if there are fewer than three, for then nobody can stand between others
     */
    public static double centralization(double[] betweenness) {
        int size = betweenness.length;
        if (size < 3) {
            throw new IllegalArgumentException(
                    "a graph of %d vertices has no centralization, it needs at least 3".formatted(size));
        }
        double most = Arrays.stream(betweenness).max().orElseThrow();
        double gap = 0;
        for (double one : betweenness) {
            gap += most - one;
        }
        return gap / ((size - 1.0) * (size - 1.0) * (size - 2.0) / 2);
    }

    private void addPathsFrom(int source) {
        int size = neighbours.length;
        var distance = new int[size];
        Arrays.fill(distance, -1);
        var paths = new double[size];
        var order = new int[size];
        distance[source] = 0;
        paths[source] = 1;
        order[0] = source;
        int reached = 1;
        for (int visited = 0; visited < reached; visited++) {
            int vertex = order[visited];
            for (int next : neighbours[vertex]) {
                if (distance[next] < 0) {
                    distance[next] = distance[vertex] + 1;
                    order[reached++] = next;
                }
                paths[next] += distance[next] == distance[vertex] + 1 ? paths[vertex] : 0;
            }
        }
        addDependencies(order, reached, distance, paths);
    }

    /** Brandes's accumulation, farthest vertex first; each pair is met from both ends, hence the half. */
    private void addDependencies(int[] order, int reached, int[] distance, double[] paths) {
        var dependency = new double[neighbours.length];
        for (int visited = reached - 1; visited > 0; visited--) {
            int vertex = order[visited];
            for (int previous : neighbours[vertex]) {
                if (distance[previous] == distance[vertex] - 1) {
                    dependency[previous] += paths[previous] / paths[vertex] * (1 + dependency[vertex]);
                }
            }
            betweenness[vertex] += dependency[vertex] / 2;
        }
    }
}
