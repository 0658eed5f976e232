package io.caucus.features.algorithms;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fewest vertices whose loss cuts a set of targets off from a set of sources.
 *
 * <p><b>Definition.</b> A cut is a set of vertices, none of them a target, that every path from a source to a target meets.
 * Sources may be in it. By Menger's theorem the smallest cut has as many vertices as there are paths of which no two share a
 * vertex other than a target. Of several smallest cuts this is the one next to the sources.
 *
 * <p><b>Source.</b> K. Menger, "Zur allgemeinen Kurventheorie", Fund. Math. 10 (1927); L. R. Ford, D. R. Fulkerson, "Maximal
 * flow through a network", Canad. J. Math. 8 (1956), along shortest augmenting paths (J. Edmonds, R. M. Karp, JACM 19, 1972).
 * Every vertex v is split into an entrance 2v and an exit 2v + 1 with room for one path between them; a target has no exit.
 *
 * <p><b>Cost.</b> O(k·(n + m)) for a cut of k vertices. <b>Determinism.</b> The cut next to the sources is a property of the
 * graph; the order of its edges does not matter.
 *
 * @param vertices rising; empty when no path leads from a source to a target
 */
public record VertexCut(List<Integer> vertices) {

    public VertexCut {
        vertices = List.copyOf(vertices);
    }

    /** @throws IllegalArgumentException if a vertex is both a source and a target: nothing would cut it off from itself */
    public static VertexCut between(IntGraph graph, int[] sources, int[] targets) {
        var paths = new DisjointPaths(graph, sources, targets);
        boolean more = true;
        while (more) {
            more = paths.addOne();
        }
        return new VertexCut(paths.cut());
    }

    /** How many paths there are of which no two share a vertex other than a target. */
    public int size() {
        return vertices.size();
    }

    /** Paths that share no vertex, as many as have been found so far. */
    private static final class DisjointPaths {

        private static final int NONE = -1;

        private final int[][] neighbours;
        private final int[] sources;
        private final boolean[] isTarget;
        /** The vertex that the path through a vertex comes from; none for one that begins a path or lies on none. */
        private final int[] before;
        /** The vertex that the path through a vertex goes on to; none for one that lies on no path. */
        private final int[] after;
        /** For each entrance and exit the one it was reached from in the last search, itself for a beginning. */
        private final int[] cameFrom;

        DisjointPaths(IntGraph graph, int[] sources, int[] targets) {
            this.neighbours =
                    IntStream.range(0, graph.size()).mapToObj(graph::neighbours).toArray(int[][]::new);
            this.sources = sources.clone();
            this.isTarget = new boolean[graph.size()];
            for (int target : targets) {
                isTarget[target] = true;
            }
            for (int source : sources) {
                if (isTarget[source]) {
                    throw new IllegalArgumentException("vertex %d is a source and a target".formatted(source));
                }
            }
            this.before = filled(graph.size());
            this.after = filled(graph.size());
            this.cameFrom = filled(2 * graph.size());
        }

        private static int[] filled(int size) {
            var array = new int[size];
            Arrays.fill(array, NONE);
            return array;
        }

        /** Finds one path more, rerouting those there are; false if there is none. */
        boolean addOne() {
            int target = search();
            if (target == NONE) {
                return false;
            }
            undo(target);
            lay(target);
            return true;
        }

        /** The vertices that can still be entered but no longer be passed. */
        List<Integer> cut() {
            return IntStream.range(0, before.length)
                    .filter(vertex -> cameFrom[2 * vertex] != NONE && cameFrom[2 * vertex + 1] == NONE)
                    .boxed()
                    .toList();
        }

        /** The entrance of the nearest target that can be reached, or none. */
        private int search() {
            Arrays.fill(cameFrom, NONE);
            var queue = new ArrayDeque<Integer>();
            for (int source : sources) {
                reach(2 * source, 2 * source, queue);
            }
            while (!queue.isEmpty()) {
                int place = queue.remove();
                int vertex = place / 2;
                if (isTarget[vertex]) {
                    return place;
                }
                if (place % 2 == 0) {
                    searchOnFromEntrance(vertex, queue);
                } else {
                    searchOnFromExit(vertex, queue);
                }
            }
            return NONE;
        }

        private void searchOnFromEntrance(int vertex, ArrayDeque<Integer> queue) {
            if (after[vertex] == NONE) {
                reach(2 * vertex + 1, 2 * vertex, queue);
            } else if (before[vertex] != NONE) {
                reach(2 * before[vertex] + 1, 2 * vertex, queue);
            }
        }

        private void searchOnFromExit(int vertex, ArrayDeque<Integer> queue) {
            for (int next : neighbours[vertex]) {
                reach(2 * next, 2 * vertex + 1, queue);
            }
            if (after[vertex] != NONE) {
                reach(2 * vertex, 2 * vertex + 1, queue);
            }
        }

        private void reach(int place, int from, ArrayDeque<Integer> queue) {
            if (cameFrom[place] == NONE) {
                cameFrom[place] = from;
                queue.add(place);
            }
        }

        /** Takes back the steps of earlier paths that the new one went against: from an entrance back to an exit. */
        private void undo(int target) {
            for (int place = target; cameFrom[place] != place; place = cameFrom[place]) {
                int from = cameFrom[place];
                if (from % 2 == 0 && place % 2 == 1 && from / 2 != place / 2) {
                    after[place / 2] = NONE;
                    before[from / 2] = NONE;
                }
            }
        }

        private void lay(int target) {
            for (int place = target; cameFrom[place] != place; place = cameFrom[place]) {
                int from = cameFrom[place];
                if (from % 2 == 1 && place % 2 == 0 && from / 2 != place / 2) {
                    after[from / 2] = place / 2;
                    before[place / 2] = from / 2;
                }
            }
        }
    }
}
