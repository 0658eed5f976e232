package io.caucus.features.graph;

/**
 * Which vertices can reach each other, whichever way arcs lead (weak components).
 *
 * <p><b>Definition.</b> Two vertices have the same component if a path leads from one to the other. A component is named by
 * its smallest vertex.
 *
 * <p><b>Source.</b> R. Tarjan, J. van Leeuwen, "Worst-case analysis of set union algorithms", J. ACM 31 (1984): union-find with
 * path halving, here linked toward the smaller vertex, so that a root is the name.
 *
 * <p><b>Cost.</b> O(n + m log n) in the worst case, nearly O(n + m) in practice, on one core: the pass over the arcs is bound by
 * memory. <b>Determinism.</b> The names do not depend on the order of edges.
 */
public final class Components {

    private Components() {}

    /** The component of each vertex. */
    public static int[] of(Csr graph) {
        var parent = new int[graph.size()];
        for (int vertex = 0; vertex < parent.length; vertex++) {
            parent[vertex] = vertex;
        }
        for (int vertex = 0; vertex < parent.length; vertex++) {
            join(graph, vertex, parent);
        }
        // A parent is never larger than its child, so it knows its root by now.
        for (int vertex = 0; vertex < parent.length; vertex++) {
            parent[vertex] = parent[parent[vertex]];
        }
        return parent;
    }

    private static void join(Csr graph, int vertex, int[] parent) {
        int root = root(vertex, parent);
        for (int arc = graph.begin(vertex); arc < graph.begin(vertex + 1); arc++) {
            int other = root(graph.target(arc), parent);
            int smaller = Math.min(root, other);
            parent[Math.max(root, other)] = smaller;
            root = smaller;
        }
    }

    private static int root(int vertex, int[] parent) {
        int at = vertex;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
