package io.caucus.scoring.calibration;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Inductive Venn–Abers prediction, exact, as a table of steps.
 *
 * <p><b>Definition.</b> For a new margin s, p0 is the value at s of the isotonic regression of outcomes on margins over the
 * calibration rows and (s, failure); p1 the same with (s, success). One of the two is perfectly calibrated, whatever the
 * distribution, if rows are exchangeable. Both change only at calibration margins, so that k distinct ones make 2k + 1 steps:
 * one for each margin, one for each gap. The one number for the two is {@code p1 / (1 − p0 + p1)}, which minimises the worst regret in
 * log loss (Vovk, Petej, section 4).
 *
 * <p>The interval around it is at least [p0, p1], and as wide as a {@link SamplingBand}.
 *
 * <p><b>Source.</b> V. Vovk, I. Petej, "Venn–Abers predictors", UAI 2014. Where V. Vovk, I. Petej, V. Fedorova, "Large-scale
 * probabilistic predictors with and without guarantees of validity", NIPS 2015, turn two stacks of corners back, we keep all
 * states of both stacks of pooled blocks, as lists that share their tails, and pool the new row with what it violates.
 *
 * <p><b>Cost.</b> Fitting O(n log n) and, for each step, the blocks that it pools, and the band; serving O(log k).
 *
 * <p><b>Determinism.</b> Blocks are compared as fractions of whole numbers: pooling has no rounding.
 */
public final class VennAbers implements Calibration {

    private final double[] margin;
    private final double[] p0;
    private final double[] p1;
    private final SamplingBand band;

    /**
     * A table as {@link #margins}, {@link #lower}, {@link #upper} and {@link #band} give it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public VennAbers(double[] margins, double[] lower, double[] upper, SamplingBand band) {
        this.band = band;
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

    /** @param seed of the samples of the band */
    public static VennAbers fit(CalibrationRows calibration, long seed) {
        double[] distinct = Arrays.stream(calibration.margins())
                .map(margin -> margin + 0.0) // one zero, not two
                .sorted()
                .distinct()
                .toArray();
        int[] rows = new int[distinct.length];
        int[] successes = new int[distinct.length];
        for (int row = 0; row < calibration.count(); row++) {
            int place = place(distinct, calibration.margins()[row]);
            rows[place]++;
            successes[place] += calibration.success()[row] ? 1 : 0;
        }
        var blocks = new Blocks(rows, successes);
        double[] lower = new double[2 * distinct.length + 1];
        double[] upper = new double[2 * distinct.length + 1];
        for (int step = 0; step < lower.length; step++) {
            lower[step] = blocks.with(step, 0);
            upper[step] = blocks.with(step, 1);
        }
        return new VennAbers(distinct, lower, upper, SamplingBand.of(calibration, distinct, seed));
    }

    static int place(double[] distinct, double margin) {
        return Arrays.binarySearch(distinct, margin + 0.0);
    }

    /**
     * p0 at each margin, then p1 at each.
     *
     * @param rows of each margin, rising; may be 0
     */
    static double[] pairsAt(int[] rows, int[] successes) {
        var blocks = new Blocks(rows, successes);
        double[] pairs = new double[2 * rows.length];
        for (int i = 0; i < rows.length; i++) {
            pairs[i] = blocks.with(2 * i + 1, 0);
            pairs[rows.length + i] = blocks.with(2 * i + 1, 1);
        }
        return pairs;
    }

    /** The rows pooled from either end, for every margin to stop at. */
    private static final class Blocks {

        private final int[] rows;
        private final int[] successes;
        /** Of the first i margins, the last on top. */
        private final @Nullable Block[] below;
        /** Of the margins from i on, the first on top. */
        private final @Nullable Block[] above;

        Blocks(int[] rows, int[] successes) {
            int count = rows.length;
            this.rows = rows;
            this.successes = successes;
            below = new Block[count + 1];
            above = new Block[count + 1];
            for (int i = 0; i < count; i++) {
                below[i + 1] = new Block(rows[i], successes[i], below[i]).pooledDown();
            }
            for (int i = count - 1; i >= 0; i--) {
                above[i] = new Block(rows[i], successes[i], above[i + 1]).pooledUp();
            }
        }

        /** The isotonic value at a step once one more row is there, which succeeded or not. */
        double with(int step, int succeeded) {
            int at = step / 2;
            boolean isGap = step % 2 == 0;
            return valueBetween(
                    below[at],
                    1 + (isGap ? 0 : rows[at]),
                    succeeded + (isGap ? 0 : successes[at]),
                    above[isGap ? at : at + 1]);
        }
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
        return band.around(wanted, p0[step], p1[step]);
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

    /** How far luck could have moved both. */
    public SamplingBand band() {
        return band;
    }
}
