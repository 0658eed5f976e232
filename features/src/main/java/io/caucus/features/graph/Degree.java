package io.caucus.features.graph;

/**
 * How many others a vertex has to do with.
 *
 * <p><b>Definition.</b> The number of distinct targets of a vertex's arcs, itself left out; weights and parallel edges do not matter.
 *
 * <p><b>Source.</b> L. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1 (1978).
 *
 * <p><b>Cost.</b> O(n + m), on all cores. <b>Determinism.</b> Integers.
 */
public final class Degree {

    private Degree() {}

    public static int[] of(Csr graph) {
        var degrees = new int[graph.size()];
        Blocks.forEach(graph.size(), (begin, end) -> {
            for (int vertex = begin; vertex < end; vertex++) {
                degrees[vertex] = degree(graph, vertex);
            }
        });
        return degrees;
    }

    /** Rows are sorted, so what is parallel stands side by side. */
    private static int degree(Csr graph, int vertex) {
        int degree = 0;
        int before = vertex;
        for (int arc = graph.begin(vertex); arc < graph.begin(vertex + 1); arc++) {
            int target = graph.target(arc);
            degree += target == vertex || target == before ? 0 : 1;
            before = target;
        }
        return degree;
    }
}
