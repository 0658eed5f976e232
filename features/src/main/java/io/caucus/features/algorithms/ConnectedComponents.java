package io.caucus.features.algorithms;

import java.util.Arrays;

/**
 * Which vertices can reach each other.
 *
 * <p><b>Definition.</b> Two vertices have the same component if a path leads from one to the other. A component is named by
 * its smallest vertex.
 *
 * <p><b>Source.</b> J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", CACM 16 (1973):
 * one search from each vertex not yet seen.
 *
 * <p><b>Cost.</b> O(c·n + m) for c components; a committee has few. <b>Determinism.</b> The names do not depend on the order
 * of edges.
 */
public final class ConnectedComponents {

    private ConnectedComponents() {}

    /** The component of each vertex. */
    public static int[] of(IntGraph graph) {
        var component = new int[graph.size()];
        Arrays.fill(component, -1);
        for (int vertex = 0; vertex < graph.size(); vertex++) {
            if (component[vertex] < 0) {
                name(vertex, graph.search(new int[] {vertex}, -1), component);
            }
        }
        return component;
    }

    private static void name(int smallest, int[] cameFrom, int[] component) {
        for (int vertex = 0; vertex < cameFrom.length; vertex++) {
            if (cameFrom[vertex] >= 0) {
                component[vertex] = smallest;
            }
        }
    }
}
