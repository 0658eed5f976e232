package io.caucus.features.graph;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The part of a walk begun at a vertex that is found at that very vertex, in an undirected graph.
 *
 * <p><b>Definition.</b> gᵢᵢ of G = r·(I − (1 − r)P)⁻¹, with r the restart probability and P the transition matrix: gᵢⱼ is the chance
 * that a walk from i is at j when it ends, which it does at each step with probability r.
 *
 * <p><b>Source.</b> Push: R. Andersen, F. Chung, K. Lang, "Local graph partitioning using PageRank vectors", FOCS 2006. It keeps an estimate p and a residual q with
 * gᵢⱼ = pⱼ + Σᵤ qᵤ·gᵤⱼ, where all terms are ≥ 0, and ends when qᵤ ≤ ε·dᵤ for every strength dᵤ.
 * Strengths make G symmetric (dᵢ·gᵢᵤ = dᵤ·gᵤᵢ), which gives the answer twice as many digits as p has: putting gᵤᵢ = gᵢᵤ·dᵢ/dᵤ and, for
 * gᵢᵤ, pᵤ and then the identity again,
 *
 * <pre>gᵢᵢ = pᵢ + dᵢ·Σᵤ qᵤ·pᵤ/dᵤ + e,   0 ≤ e = dᵢ·Σᵤ (qᵤ/dᵤ)·Σᵥ qᵥ·gᵥᵤ ≤ dᵢ·ε·Σᵥ qᵥ,</pre>
 *
 * since a row of G sums to at most 1. ε is lowered until that bound, with the residuals there are, is within the tolerance.
 *
 * <p><b>Cost.</b> O(dᵢ ÷ (r · tolerance)) arcs at the very worst, whatever the size of the graph; in practice ε comes to about
 * the root of the tolerance ÷ dᵢ. One vertex at a time on one thread, 18 bytes a vertex for each thread. <b>Determinism.</b> First come, first served along
 * sorted rows: the same bits always.
 */
final class OwnMass {

    /** How much lower the bar is put when the bound is not yet met. */
    private static final double LOWER = 0.25;

    private final Csr graph;
    private final double restart;
    private final double tolerance;
    private final double[] strengths;
    private final Queue<Push> idle = new ConcurrentLinkedQueue<>();

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
        this.strengths = new double[graph.size()];
        Blocks.forEach(graph.size(), (begin, end) -> {
            for (int vertex = begin; vertex < end; vertex++) {
                strengths[vertex] = graph.strength(vertex);
            }
        });
    }

    /** May be asked by several threads at once. */
    double of(int vertex) {
        if (strengths[vertex] == 0) {
            return restart;
        }
        var free = idle.poll();
        var push = free == null ? new Push() : free;
        double mass = push.from(vertex);
        idle.add(push);
        return mass;
    }

    private final class Push {

        private final double[] estimate = new double[graph.size()];
        private final double[] residual = new double[graph.size()];
        private final boolean[] seen = new boolean[graph.size()];
        private final boolean[] waits = new boolean[graph.size()];
        private final IntQueue queue = new IntQueue();
        private final IntQueue touched = new IntQueue();
        private double bar;

        double from(int seed) {
            bar = 1 / strengths[seed];
            receive(seed, 1);
            double mass;
            double bound;
            do {
                bar *= LOWER;
                pushAll();
                mass = estimate[seed] + strengths[seed] * twice();
                bound = strengths[seed] * highest() * left();
            } while (bound > tolerance);
            clear();
            return mass;
        }

        private void pushAll() {
            for (int k = 0; k < touched.size(); k++) {
                offer(touched.get(k));
            }
            while (!queue.isEmpty()) {
                push(queue.remove());
            }
        }

        private void push(int vertex) {
            waits[vertex] = false;
            double mass = residual[vertex];
            residual[vertex] = 0;
            estimate[vertex] += restart * mass;
            double share = (1 - restart) * mass / strengths[vertex];
            for (int arc = graph.begin(vertex); arc < graph.begin(vertex + 1); arc++) {
                receive(graph.target(arc), share * graph.weight(arc));
            }
        }

        private void receive(int vertex, double mass) {
            if (mass == 0) {
                return; // what is beyond an arc of no weight may have no strength to divide by
            }
            if (!seen[vertex]) {
                seen[vertex] = true;
                touched.add(vertex);
            }
            residual[vertex] += mass;
            offer(vertex);
        }

        private void offer(int vertex) {
            if (!waits[vertex] && residual[vertex] > bar * strengths[vertex]) {
                waits[vertex] = true;
                queue.add(vertex);
            }
        }

        private double twice() {
            double sum = 0;
            for (int k = 0; k < touched.size(); k++) {
                int vertex = touched.get(k);
                sum += residual[vertex] * estimate[vertex] / strengths[vertex];
            }
            return sum;
        }

        private double highest() {
            double highest = 0;
            for (int k = 0; k < touched.size(); k++) {
                int vertex = touched.get(k);
                highest = Math.max(highest, residual[vertex] / strengths[vertex]);
            }
            return highest;
        }

        private double left() {
            double sum = 0;
            for (int k = 0; k < touched.size(); k++) {
                sum += residual[touched.get(k)];
            }
            return sum;
        }

        private void clear() {
            for (int k = 0; k < touched.size(); k++) {
                estimate[touched.get(k)] = 0;
                residual[touched.get(k)] = 0;
                seen[touched.get(k)] = false;
            }
            touched.clear();
        }
    }
}
