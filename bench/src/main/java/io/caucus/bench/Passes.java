package io.caucus.bench;

import io.caucus.features.graph.Csr;
import io.caucus.features.graph.FastRp;
import java.util.stream.IntStream;

/** The least that work on a graph can take: every arc is read once, on all cores. What they return keeps the compiler from leaving them out. */
final class Passes {

    private static final int ROWS = 4096;

    private Passes() {}

    /** Reads the arrays and does nothing else. */
    static double overArcs(Csr graph) {
        return over(graph.size(), (begin, end) -> {
            long sum = 0;
            for (int arc = graph.begin(begin); arc < graph.begin(end); arc++) {
                sum += graph.target(arc);
            }
            return sum;
        });
    }

    /** Looks up a number for the target of every arc. */
    static double withLookUp(Csr graph, double[] values) {
        return over(graph.size(), (begin, end) -> {
            double sum = 0;
            for (int arc = graph.begin(begin); arc < graph.begin(end); arc++) {
                sum += values[graph.target(arc)];
            }
            return sum;
        });
    }

    /** Looks up a row of numbers for the target of every arc. */
    static double withRows(Csr graph, float[] values, int dimension) {
        return over(graph.size(), (begin, end) -> {
            var sums = new float[dimension];
            for (int arc = graph.begin(begin); arc < graph.begin(end); arc++) {
                int from = graph.target(arc) * dimension;
                for (int place = 0; place < dimension; place++) {
                    sums[place] += values[from + place];
                }
            }
            return sums[0];
        });
    }

    /** Every asked vertex with every candidate, coordinate by coordinate: the highest product. */
    static double products(FastRp embeddings, int[] asked, int[] candidates) {
        return IntStream.of(asked)
                .parallel()
                .mapToDouble(one -> IntStream.of(candidates)
                        .mapToDouble(other -> product(embeddings, one, other))
                        .max()
                        .orElse(0))
                .sum();
    }

    private static double product(FastRp embeddings, int one, int other) {
        float sum = 0;
        for (int coordinate = 0; coordinate < embeddings.dimension(); coordinate++) {
            sum += embeddings.of(one, coordinate) * embeddings.of(other, coordinate);
        }
        return sum;
    }

    private static double over(int rows, Block block) {
        return IntStream.range(0, (rows + ROWS - 1) / ROWS)
                .parallel()
                .mapToDouble(place -> block.sum(place * ROWS, Math.min(rows, (place + 1) * ROWS)))
                .sum();
    }

    @FunctionalInterface
    private interface Block {

        double sum(int begin, int end);
    }
}
