package io.caucus.features.graph;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The part of a walk begun at a vertex that ends at that very vertex, in an undirected graph.
 *
 * <p><b>Definition.</b> gᵢᵢ of G = r·(I − (1 − r)P)⁻¹, with r the restart probability and P the transition matrix: gᵢⱼ is the chance
 * that a walk from i is at j when it ends, which it does at each step with probability r.
 *
 * <p>With the strengths on the diagonal of D, the matrix M = I − (1 − r)·D^(−½)·A·D^(−½) is symmetric, has its eigenvalues in [r, 2 − r], and gᵢᵢ = r·(M⁻¹)ᵢᵢ.
 * Conjugate gradients on M·y = eᵢ from y = 0 have, after k steps with the residual q, yᵢ = (M⁻¹)ᵢᵢ − qᵀM⁻¹q. So
 *
 * <pre>0 ≤ gᵢᵢ − r·yᵢ = r·qᵀM⁻¹q ≤ ‖q‖²,</pre>
 *
 * and the steps end when ‖q‖² is within the tolerance. Of y, only yᵢ is kept.
 *
 * <p><b>Source.</b> M. Hestenes, E. Stiefel, "Methods of conjugate gradients for solving linear systems" (1952); the bound: G. Golub, G. Meurant,
 * "Matrices, Moments and Quadrature with Applications" (2010), chapter 12.
 *
 * <p><b>Cost.</b> A step reads the arcs of those reached so far, which are the vertices within k steps of i. For r = 0.15 at most 12, 16 or 20
 * steps for a tolerance of 10⁻⁴, 10⁻⁶ or 10⁻⁸ in any graph, and half of that where walks spread well. One vertex at a time on one thread, 25 bytes a vertex for
 * each thread. <b>Determinism.</b> Vertices are reached, and sums taken, along sorted rows: the same bits always.
 */
final class OwnMass {

    private final Csr graph;
    private final double restart;
    private final double tolerance;
    private final double[] perRoot;
    private final Queue<Gradients> idle = new ConcurrentLinkedQueue<>();

    /** @param tolerance how far below the truth an answer may be */
    OwnMass(Csr graph, double restart, double tolerance) {
        if (!graph.isUndirected()) {
            throw new IllegalStateException(
                    "the graph is directed, and a vertex's own part can be left out in undirected ones only; build it with Csr.undirected");
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance is %s, must lie in (0, 1)".formatted(tolerance));
        }
        this.graph = graph;
        this.restart = restart;
        this.tolerance = tolerance;
        this.perRoot = new double[graph.size()];
        Blocks.forEach(graph.size(), (begin, end) -> {
            for (int vertex = begin; vertex < end; vertex++) {
                double strength = graph.strength(vertex);
                perRoot[vertex] = strength > 0 ? 1 / Math.sqrt(strength) : 0;
            }
        });
    }

    /** May be asked by several threads at once. */
    double of(int vertex) {
        var free = idle.poll();
        var gradients = free == null ? new Gradients() : free;
        double mass = restart * gradients.inverse(vertex);
        idle.add(gradients);
        return mass;
    }

    private final class Gradients {

        private final double[] residual = new double[graph.size()];
        private final double[] direction = new double[graph.size()];
        private final double[] product = new double[graph.size()];
        private final boolean[] isReached = new boolean[graph.size()];
        private final IntList reached = new IntList();

        /** (M⁻¹) of a vertex with itself. */
        double inverse(int vertex) {
            reach(vertex);
            residual[vertex] = 1;
            direction[vertex] = 1;
            double squares = 1;
            double inverse = 0;
            while (squares > tolerance) {
                double length = squares / multiply();
                inverse += length * direction[vertex];
                double left = shorten(length);
                turn(left / squares);
                squares = left;
            }
            clear();
            return inverse;
        }

        private void reach(int vertex) {
            if (!isReached[vertex]) {
                isReached[vertex] = true;
                reached.add(vertex);
            }
        }

        /** product = M·direction; the direction times it. */
        private double multiply() {
            int before = reached.size();
            for (int place = 0; place < before; place++) {
                spread(reached.get(place));
            }
            double curvature = 0;
            for (int place = 0; place < before; place++) {
                int vertex = reached.get(place);
                product[vertex] += direction[vertex];
                curvature += direction[vertex] * product[vertex];
            }
            return curvature;
        }

        private void spread(int vertex) {
            double share = (1 - restart) * direction[vertex] * perRoot[vertex];
            for (int arc = graph.begin(vertex); arc < graph.begin(vertex + 1); arc++) {
                int target = graph.target(arc);
                reach(target);
                product[target] -= share * graph.weight(arc) * perRoot[target];
            }
        }

        /** What is left of the residual, squared, after a step of some length; the product is used up. */
        private double shorten(double length) {
            double squares = 0;
            for (int place = 0; place < reached.size(); place++) {
                int vertex = reached.get(place);
                residual[vertex] -= length * product[vertex];
                product[vertex] = 0;
                squares += residual[vertex] * residual[vertex];
            }
            return squares;
        }

        private void turn(double ratio) {
            for (int place = 0; place < reached.size(); place++) {
                int vertex = reached.get(place);
                direction[vertex] = residual[vertex] + ratio * direction[vertex];
            }
        }

        private void clear() {
            for (int place = 0; place < reached.size(); place++) {
                int vertex = reached.get(place);
                residual[vertex] = 0;
                direction[vertex] = 0;
                isReached[vertex] = false;
            }
            reached.clear();
        }
    }
}
