package io.caucus.features.algorithms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The single vertices whose loss cuts a set of targets off from a set of sources.
 *
 * <p><b>Definition.</b> A vertex that is not a target <em>separates</em> if every path from a source to a target goes
 * through it. Sources may separate, targets never do. By Menger's theorem such a vertex exists exactly if there are no two
 * paths that share nothing but their target's end; in the graph with one super-source and one super-target joined on, they
 * are the articulation points between the two.
 *
 * <p><b>Source.</b> K. Menger, "Zur allgemeinen Kurventheorie", Fund. Math. 10 (1927). A separator lies on every path, so on
 * one shortest path in particular; each vertex of that path is taken out in turn.
 *
 * <p><b>Cost.</b> O(l·(n + m)) for a shortest path of l vertices. <b>Determinism.</b> The answer is a property of the graph;
 * it is listed from the sources' end, in the one order in which every path meets them.
 *
 * @param connected whether any path leads from a source to a target
 * @param vertices the separating vertices, nearest to the sources first; empty when not connected
 */
public record Separators(boolean connected, List<Integer> vertices) {

    public Separators {
        vertices = List.copyOf(vertices);
    }

    public static Separators between(IntGraph graph, int[] sources, int[] targets) {
        var cameFrom = graph.search(sources, -1);
        int nearest = nearestTarget(cameFrom, targets);
        if (nearest < 0) {
            return new Separators(false, List.of());
        }
        var separating = new ArrayList<Integer>();
        for (int candidate : pathTo(nearest, cameFrom)) {
            if (!reaches(graph.search(sources, candidate), targets)) {
                separating.add(candidate);
            }
        }
        return new Separators(true, separating);
    }

    /** The target with the shortest path, so that no other target lies on the way; −1 if none is reached. */
    private static int nearestTarget(int[] cameFrom, int[] targets) {
        int nearest = -1;
        for (int target : targets) {
            boolean nearer = nearest < 0
                    || pathTo(target, cameFrom).size()
                            < pathTo(nearest, cameFrom).size();
            if (cameFrom[target] >= 0 && nearer) {
                nearest = target;
            }
        }
        return nearest;
    }

    /** From a source up to, but without, the target. */
    private static List<Integer> pathTo(int target, int[] cameFrom) {
        var path = new ArrayList<Integer>();
        for (int vertex = target; cameFrom[vertex] != vertex && cameFrom[vertex] >= 0; vertex = cameFrom[vertex]) {
            path.add(cameFrom[vertex]);
        }
        Collections.reverse(path);
        return path;
    }

    private static boolean reaches(int[] cameFrom, int[] targets) {
        return Arrays.stream(targets).anyMatch(target -> cameFrom[target] >= 0);
    }
}
