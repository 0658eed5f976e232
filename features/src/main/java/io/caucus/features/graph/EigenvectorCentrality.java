package io.caucus.features.graph;

import java.util.Arrays;

/**
 * Central is who is next to those that are.
 *
 * <p><b>Definition.</b> The x ≥ 0 of length 1 with A·x = λ·x for the largest eigenvalue λ of the adjacency matrix of an undirected
 * graph. In a graph of several components the one with the largest λ takes it all; the others' values tend to 0 and are what is
 * left of them when the iteration ends. Without edges all are 0.
 *
 * <p><b>Source.</b> P. Bonacich, "Factoring and weighting approaches to status scores and clique identification", J. Math. Sociology 2
 * (1972). The power iteration runs on A + (λ/2)·I, which has the same eigenvectors but not the −λ of bipartite graphs, on which it would swing for ever.
 *
 * <p><b>Cost.</b> Two passes for each iteration, one over the arcs, on all cores; the number of iterations depends on the gap to the
 * second eigenvalue. <b>Determinism.</b> The same bits on any number of threads and for any order of edges.
 */
public final class EigenvectorCentrality {

    private final double[] values;
    private final double eigenvalue;
    private final Convergence convergence;

    private EigenvectorCentrality(double[] values, double eigenvalue, Convergence convergence) {
        this.values = values;
        this.eigenvalue = eigenvalue;
        this.convergence = convergence;
    }

    /**
     * @param tolerance the iteration ends when ‖A·x − λ·x‖ ≤ tolerance · λ
     * @param iterations it ends after so many in any case
     * @throws IllegalStateException in a directed graph
     */
    public static EigenvectorCentrality of(Csr graph, double tolerance, int iterations) {
        if (!graph.isUndirected()) {
            throw new IllegalStateException(
                    "the graph is directed, and eigenvector centrality is worked out for undirected ones only; build it with Csr.undirected");
        }
        if (!(tolerance > 0 && tolerance < 1) || iterations < 1) {
            throw new IllegalArgumentException(
                    "tolerance is %s, must lie in (0, 1), and iterations are %d, must be at least 1"
                            .formatted(tolerance, iterations));
        }
        return new Iteration(graph).run(tolerance, iterations);
    }

    public double of(int vertex) {
        return values[vertex];
    }

    /** λ; 0 in a graph without edges. */
    public double eigenvalue() {
        return eigenvalue;
    }

    /** The residual is ‖A·x − λ·x‖ ÷ λ. */
    public Convergence convergence() {
        return convergence;
    }

    private static final class Iteration {

        private final Csr graph;
        private final double[] vector;
        private final double[] product;
        private double eigenvalue;

        Iteration(Csr graph) {
            this.graph = graph;
            this.vector = new double[graph.size()];
            this.product = new double[graph.size()];
            Arrays.fill(vector, 1 / Math.sqrt(Math.max(1, graph.size())));
        }

        EigenvectorCentrality run(double tolerance, int iterations) {
            multiply();
            if (eigenvalue == 0) {
                return new EigenvectorCentrality(new double[graph.size()], 0, new Convergence(0, 0, true));
            }
            double residual = residual();
            int done = 0;
            while (residual > tolerance && done < iterations) {
                advance();
                multiply();
                residual = residual();
                done++;
            }
            return new EigenvectorCentrality(
                    vector, eigenvalue, new Convergence(done, residual, residual <= tolerance));
        }

        /** A·x, and λ as xᵀ·A·x. */
        private void multiply() {
            eigenvalue = Blocks.sum(graph.size(), (begin, end) -> {
                double sum = 0;
                for (int vertex = begin; vertex < end; vertex++) {
                    product[vertex] = graph.gather(vertex, vector);
                    sum += product[vertex] * vector[vertex];
                }
                return sum;
            });
        }

        private double residual() {
            double squares = Blocks.sum(graph.size(), (begin, end) -> {
                double sum = 0;
                for (int vertex = begin; vertex < end; vertex++) {
                    double off = product[vertex] - eigenvalue * vector[vertex];
                    sum += off * off;
                }
                return sum;
            });
            return Math.sqrt(squares) / eigenvalue;
        }

        private void advance() {
            double squares = Blocks.sum(graph.size(), (begin, end) -> {
                double sum = 0;
                for (int vertex = begin; vertex < end; vertex++) {
                    vector[vertex] = product[vertex] + eigenvalue / 2 * vector[vertex];
                    sum += vector[vertex] * vector[vertex];
                }
                return sum;
            });
            double length = Math.sqrt(squares);
            Blocks.forEach(graph.size(), (begin, end) -> {
                for (int vertex = begin; vertex < end; vertex++) {
                    vector[vertex] /= length;
                }
            });
        }
    }
}
