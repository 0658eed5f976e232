package io.caucus.features.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A graph on the vertices 0 … size − 1 as compressed sparse rows: the arcs of a vertex lie side by side, sorted by their target and
 * then by their weight. Loops and parallel edges are kept and count as often as they were told.
 *
 * <p><b>Source.</b> Y. Saad, "Iterative Methods for Sparse Linear Systems", 2nd ed. (2003), section 3.4.
 *
 * <p><b>Cost.</b> 4 bytes a vertex and 4 an arc, 8 with weights; at most 2³¹ − 9 arcs. Built in O(n + m log d) for rows of d arcs, on
 * all cores. <b>Determinism.</b> The order of the edges leaves no trace.
 */
public final class Csr {

    /** The longest array that every virtual machine can make. */
    private static final long MOST_ARCS = Integer.MAX_VALUE - 8L;

    private final int[] rowStart;
    private final int[] targets;
    private final float @Nullable [] weights;
    private final boolean symmetric;

    private Csr(int[] rowStart, int[] targets, float @Nullable [] weights, boolean symmetric) {
        this.rowStart = rowStart;
        this.targets = targets;
        this.weights = weights;
        this.symmetric = symmetric;
    }

    /** Every edge leads both ways and weighs 1; a loop is one arc. */
    public static Csr undirected(int size, int[] one, int[] other) {
        return new Edges(size, one, other, null, true).rows();
    }

    /** @param weights of the edges, in the same order; finite and not negative */
    public static Csr undirected(int size, int[] one, int[] other, float[] weights) {
        return new Edges(size, one, other, weights, true).rows();
    }

    /** Every edge leads from the first to the second and weighs 1. */
    public static Csr directed(int size, int[] from, int[] to) {
        return new Edges(size, from, to, null, false).rows();
    }

    /** @param weights of the edges, in the same order; finite and not negative */
    public static Csr directed(int size, int[] from, int[] to, float[] weights) {
        return new Edges(size, from, to, weights, false).rows();
    }

    public int size() {
        return rowStart.length - 1;
    }

    public int arcs() {
        return targets.length;
    }

    /** Whether every arc has its twin the other way, which is so by construction or not at all. */
    public boolean isUndirected() {
        return symmetric;
    }

    /** The first arc of a row; the row ends before {@code begin(vertex + 1)}. */
    public int begin(int vertex) {
        return rowStart[vertex];
    }

    public int target(int arc) {
        return targets[arc];
    }

    /** 1 in a graph without weights. */
    public float weight(int arc) {
        return weights == null ? 1 : weights[arc];
    }

    /** The sum of the weights in a row. */
    public double strength(int vertex) {
        if (weights == null) {
            return rowStart[vertex + 1] - rowStart[vertex];
        }
        double sum = 0;
        for (int arc = rowStart[vertex]; arc < rowStart[vertex + 1]; arc++) {
            sum += weights[arc];
        }
        return sum;
    }

    /** The same arcs the other way; an undirected graph is its own reverse. */
    public Csr reversed() {
        if (symmetric) {
            return this;
        }
        var from = new int[arcs()];
        for (int vertex = 0; vertex < size(); vertex++) {
            Arrays.fill(from, rowStart[vertex], rowStart[vertex + 1], vertex);
        }
        return new Edges(size(), targets, from, weights, false).rows();
    }

    /** Σ weight · value of the target over a row: one line of the product of the adjacency matrix and a vector. */
    double gather(int vertex, double[] values) {
        int end = rowStart[vertex + 1];
        double sum = 0;
        if (weights == null) {
            for (int arc = rowStart[vertex]; arc < end; arc++) {
                sum += values[targets[arc]];
            }
        } else {
            for (int arc = rowStart[vertex]; arc < end; arc++) {
                sum += weights[arc] * values[targets[arc]];
            }
        }
        return sum;
    }

    /** Edges as they were told, and how they become rows. */
    private static final class Edges {

        private final int size;
        private final int[] from;
        private final int[] to;
        private final float @Nullable [] weights;
        private final boolean bothWays;

        Edges(int size, int[] from, int[] to, float @Nullable [] weights, boolean bothWays) {
            if (size < 0) {
                throw new IllegalArgumentException("graph has %d vertices; 0 is the least".formatted(size));
            }
            if (from.length != to.length || (weights != null && weights.length != from.length)) {
                throw new IllegalArgumentException(
                        "edges have %d first ends, %d second ends and %s weights; each needs one of each"
                                .formatted(from.length, to.length, weights == null ? "no" : weights.length));
            }
            this.size = size;
            this.from = from;
            this.to = to;
            this.weights = weights;
            this.bothWays = bothWays;
        }

        Csr rows() {
            var rowStart = rowStart();
            var targets = new int[rowStart[size]];
            if (weights == null) {
                fill(rowStart.clone(), targets);
                Blocks.forEach(size, (begin, end) -> sort(rowStart, targets, begin, end));
                return new Csr(rowStart, targets, null, bothWays);
            }
            var arcs = new long[targets.length];
            fill(rowStart.clone(), weights, arcs);
            var sorted = new float[targets.length];
            Blocks.forEach(size, (begin, end) -> {
                sort(rowStart, arcs, begin, end);
                unpack(arcs, targets, sorted, rowStart[begin], rowStart[end]);
            });
            return new Csr(rowStart, targets, sorted, bothWays);
        }

        /** Where rows start, from how many arcs each has. */
        private int[] rowStart() {
            var rowStart = new int[size + 1];
            long arcs = 0;
            for (int edge = 0; edge < from.length; edge++) {
                check(edge);
                boolean twice = bothWays && from[edge] != to[edge];
                arcs += twice ? 2 : 1;
                rowStart[from[edge] + 1]++;
                if (twice) {
                    rowStart[to[edge] + 1]++;
                }
            }
            if (arcs > MOST_ARCS) {
                throw new IllegalArgumentException(
                        "graph has %,d arcs; one array holds %,d. Split it by component, or leave out weak edges."
                                .formatted(arcs, MOST_ARCS));
            }
            for (int vertex = 0; vertex < size; vertex++) {
                rowStart[vertex + 1] += rowStart[vertex];
            }
            return rowStart;
        }

        private void check(int edge) {
            if (from[edge] < 0 || from[edge] >= size || to[edge] < 0 || to[edge] >= size) {
                throw new IllegalArgumentException("edge %d joins %d and %d; the vertices of this graph are 0 to %d"
                        .formatted(edge, from[edge], to[edge], size - 1));
            }
            if (weights != null && !(weights[edge] >= 0 && weights[edge] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "edge %d between %d and %d weighs %s; a weight is finite and not negative"
                                .formatted(edge, from[edge], to[edge], weights[edge]));
            }
        }

        private void fill(int[] next, int[] targets) {
            for (int edge = 0; edge < from.length; edge++) {
                targets[next[from[edge]]++] = to[edge];
                if (bothWays && from[edge] != to[edge]) {
                    targets[next[to[edge]]++] = from[edge];
                }
            }
        }

        private void fill(int[] next, float[] weights, long[] arcs) {
            for (int edge = 0; edge < from.length; edge++) {
                arcs[next[from[edge]]++] = packed(to[edge], weights[edge]);
                if (bothWays && from[edge] != to[edge]) {
                    arcs[next[to[edge]]++] = packed(from[edge], weights[edge]);
                }
            }
        }

        /** Target and weight in one number that sorts as they do: the bits of a float rise with it from 0 on, and 0 is added lest it be −0. */
        private static long packed(int target, float weight) {
            return (long) target << 32 | Float.floatToIntBits(weight + 0f);
        }

        private static void unpack(long[] arcs, int[] targets, float[] weights, int begin, int end) {
            for (int arc = begin; arc < end; arc++) {
                targets[arc] = (int) (arcs[arc] >>> 32);
                weights[arc] = Float.intBitsToFloat((int) arcs[arc]);
            }
        }

        private static void sort(int[] rowStart, int[] targets, int begin, int end) {
            for (int vertex = begin; vertex < end; vertex++) {
                Arrays.sort(targets, rowStart[vertex], rowStart[vertex + 1]);
            }
        }

        private static void sort(int[] rowStart, long[] arcs, int begin, int end) {
            for (int vertex = begin; vertex < end; vertex++) {
                Arrays.sort(arcs, rowStart[vertex], rowStart[vertex + 1]);
            }
        }
    }
}
