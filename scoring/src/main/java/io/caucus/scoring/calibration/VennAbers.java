package io.caucus.scoring.calibration;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Inductive Venn–Abers prediction, exact, as a table of steps.
 *
 * <p><b>Definition.</b> For a new margin s, p0 is the value at s of the isotonic regression of outcomes on margins over the
 * calibration rows and (s, failure); p1 the same with (s, success). One of the two is perfectly calibrated, whatever the
 * distribution, if rows are exchangeable. Both change only at calibration margins, so that k distinct ones make 2k + 1 steps:
 * one for each margin, one for each gap.
 *
 * <p><b>Source.</b> V. Vovk, I. Petej, "Venn–Abers predictors", UAI 2014. Where V. Vovk, I. Petej, V. Fedorova, "Large-scale
 * probabilistic predictors with and without guarantees of validity", NIPS 2015, turn two stacks of corners back, we keep all
 * states of both stacks of pooled blocks, as lists that share their tails, and pool the new row with what it violates.
 *
 * <p><b>Cost.</b> Fitting O(n log n) and, for each step, the blocks that it pools; serving O(log k).
 *
 * <p><b>Determinism.</b> Blocks are compared as fractions of whole numbers: pooling has no rounding.
 */
public final class VennAbers implements Calibration {

    private final double[] margin;
    private final double[] p0;
    private final double[] p1;

    /**
     * A table as {@link #margins}, {@link #lower} and {@link #upper} give it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public VennAbers(double[] margins, double[] lower, double[] upper) {
        this.margin = margins.clone();
        this.p0 = lower.clone();
        this.p1 = upper.clone();
        if (margin.length == 0 || p0.length != 2 * margin.length + 1 || p1.length != p0.length) {
            throw new IllegalArgumentException("%d margins have %d and %d steps, must be twice as many and one"
                    .formatted(margin.length, p0.length, p1.length));
        }
        for (int i = 1; i < margin.length; i++) {
            if (!(margin[i - 1] < margin[i])) {
                throw new IllegalArgumentException(
                        "margin %d is %s after %s, must rise".formatted(i, margin[i], margin[i - 1]));
            }
        }
        for (int step = 0; step < p0.length; step++) {
            boolean rises = step == 0 || (p0[step - 1] <= p0[step] && p1[step - 1] <= p1[step]);
            if (!(0 <= p0[step] && p0[step] <= p1[step] && p1[step] <= 1 && rises)) {
                throw new IllegalArgumentException(
                        "step %d is [%s, %s], must lie in [0, 1] and not below the one before"
                                .formatted(step, p0[step], p1[step]));
            }
        }
    }

    public static VennAbers fit(double[] margins, boolean[] success) {
        Calibration.check(margins, success);
        double[] distinct = Arrays.stream(margins)
                .map(margin -> margin + 0.0)
                .sorted()
                .distinct()
                .toArray();
        int[] rows = new int[distinct.length];
        int[] successes = new int[distinct.length];
        for (int row = 0; row < margins.length; row++) {
            int place = Arrays.binarySearch(distinct, margins[row] + 0.0); // one zero, not two
            rows[place]++;
            successes[place] += success[row] ? 1 : 0;
        }
        return table(distinct, rows, successes);
    }

    private static VennAbers table(double[] distinct, int[] rows, int[] successes) {
        int count = distinct.length;
        @Nullable Block[] below = new Block[count + 1]; // the pooled blocks of the first i margins, the last on top
        @Nullable Block[] above = new Block[count + 1]; // of the margins from i on, the first on top
        for (int i = 0; i < count; i++) {
            below[i + 1] = new Block(rows[i], successes[i], below[i]).pooledDown();
        }
        for (int i = count - 1; i >= 0; i--) {
            above[i] = new Block(rows[i], successes[i], above[i + 1]).pooledUp();
        }
        double[] lower = new double[2 * count + 1];
        double[] upper = new double[2 * count + 1];
        for (int step = 0; step <= 2 * count; step++) {
            int at = step / 2;
            boolean isGap = step % 2 == 0;
            var before = below[at];
            var after = above[isGap ? at : at + 1];
            int tied = isGap ? 0 : rows[at];
            int tiedSuccesses = isGap ? 0 : successes[at];
            lower[step] = valueBetween(before, tied + 1, tiedSuccesses, after);
            upper[step] = valueBetween(before, tied + 1, tiedSuccesses + 1, after);
        }
        return new VennAbers(distinct, lower, upper);
    }

    /** The isotonic value of some rows of equal margin that stand between pooled blocks. */
    private static double valueBetween(@Nullable Block before, long rows, long successes, @Nullable Block after) {
        var low = before;
        var high = after;
        long allRows = rows;
        long allSuccesses = successes;
        while (true) {
            if (low != null && low.successes * allRows > allSuccesses * low.rows) {
                allRows += low.rows;
                allSuccesses += low.successes;
                low = low.next;
            } else if (high != null && high.successes * allRows < allSuccesses * high.rows) {
                allRows += high.rows;
                allSuccesses += high.successes;
                high = high.next;
            } else {
                return (double) allSuccesses / allRows;
            }
        }
    }

    /** Rows that share an isotonic value, on top of the blocks further out. */
    private record Block(
            long rows, long successes, @Nullable Block next) {

        private Block pooled(Block with) {
            return new Block(rows + with.rows, successes + with.successes, with.next);
        }

        /** The block below must not have the higher mean. */
        Block pooledDown() {
            var block = this;
            while (block.next != null && block.next.successes * block.rows >= block.successes * block.next.rows) {
                block = block.pooled(block.next);
            }
            return block;
        }

        /** The block above must not have the lower mean. */
        Block pooledUp() {
            var block = this;
            while (block.next != null && block.next.successes * block.rows <= block.successes * block.next.rows) {
                block = block.pooled(block.next);
            }
            return block;
        }
    }

    @Override
    public Calibrated of(double wanted) {
        if (Double.isNaN(wanted)) {
            throw new IllegalArgumentException("margin is NaN, must be a number");
        }
        int found = Arrays.binarySearch(margin, wanted + 0.0);
        int step = found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
        return Calibrated.ofPair(p0[step], p1[step]);
    }

    @Override
    public String name() {
        return "Venn–Abers";
    }

    /** The distinct calibration margins, rising. */
    public double[] margins() {
        return margin.clone();
    }

    /** p0 below the first margin, at it, between it and the second, and so on. */
    public double[] lower() {
        return p0.clone();
    }

    /** p1 likewise. */
    public double[] upper() {
        return p1.clone();
    }
}
