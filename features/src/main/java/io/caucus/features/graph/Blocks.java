package io.caucus.features.graph;

import java.util.stream.IntStream;

/**
 * Work on many rows, split into blocks of a fixed size. A sum is taken within each block and then over the blocks in their order,
 * so it has the same bits on one thread and on many.
 */
final class Blocks {

    private static final int ROWS = 4096;

    private Blocks() {}

    @FunctionalInterface
    interface Work {

        /** @param end exclusive */
        void on(int begin, int end);
    }

    @FunctionalInterface
    interface Sum {

        /** @param end exclusive */
        double over(int begin, int end);
    }

    static void forEach(int rows, Work work) {
        blocks(rows).forEach(block -> work.on(block * ROWS, end(block, rows)));
    }

    static double sum(int rows, Sum sum) {
        var sums = blocks(rows)
                .mapToDouble(block -> sum.over(block * ROWS, end(block, rows)))
                .toArray();
        double total = 0;
        for (double part : sums) {
            total += part;
        }
        return total;
    }

    private static IntStream blocks(int rows) {
        return IntStream.range(0, (rows + ROWS - 1) / ROWS).parallel();
    }

    private static int end(int block, int rows) {
        return Math.min(rows, (block + 1) * ROWS);
    }
}
