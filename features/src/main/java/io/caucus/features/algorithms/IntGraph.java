package io.caucus.features.algorithms;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * An undirected graph on the vertices 0 … size − 1, as compressed rows: the neighbours of v lie side by side in one array.
 *
 * <p><b>Cost.</b> O(n + m) memory and time to build. Parallel edges and loops are harmless.
 */
public final class IntGraph {

    private final int[] rowStart;
    private final int[] neighbour;

    private IntGraph(int[] rowStart, int[] neighbour) {
        this.rowStart = rowStart;
        this.neighbour = neighbour;
    }

    /**
     * @param one first ends of the edges
     * @param other second ends, in the same order
     */
    public static IntGraph of(int size, int[] one, int[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "edges have %d first and %d second ends; each needs both".formatted(one.length, other.length));
        }
        var rowStart = new int[size + 1];
        for (int edge = 0; edge < one.length; edge++) {
            rowStart[one[edge] + 1]++;
            rowStart[other[edge] + 1]++;
        }
        Arrays.parallelPrefix(rowStart, Integer::sum);
        var next = rowStart.clone();
        var neighbour = new int[2 * one.length];
        for (int edge = 0; edge < one.length; edge++) {
            neighbour[next[one[edge]]++] = other[edge];
            neighbour[next[other[edge]]++] = one[edge];
        }
        return new IntGraph(rowStart, neighbour);
    }

    public int size() {
        return rowStart.length - 1;
    }

    /** The vertices next to a vertex, each once and rising, without itself. */
    int[] neighbours(int vertex) {
        return Arrays.stream(neighbour, rowStart[vertex], rowStart[vertex + 1])
                .filter(other -> other != vertex)
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * Breadth-first search: for each vertex the one it was first reached from, itself for a start, −1 if out of reach.
     *
     * @param banned a vertex that may not be entered, or −1
     */
    int[] search(int[] starts, int banned) {
        var cameFrom = new int[size()];
        Arrays.fill(cameFrom, -1);
        var queue = new ArrayDeque<Integer>();
        for (int start : starts) {
            enter(start, start, banned, cameFrom, queue);
        }
        while (!queue.isEmpty()) {
            int vertex = queue.remove();
            for (int k = rowStart[vertex]; k < rowStart[vertex + 1]; k++) {
                enter(neighbour[k], vertex, banned, cameFrom, queue);
            }
        }
        return cameFrom;
    }

    private static void enter(int vertex, int from, int banned, int[] cameFrom, ArrayDeque<Integer> queue) {
        if (vertex != banned && cameFrom[vertex] < 0) {
            cameFrom[vertex] = from;
            queue.add(vertex);
        }
    }
}
