package io.caucus.scoring.calibration;

import io.caucus.scoring.evaluation.GroupBootstrap;
import java.util.Arrays;

/**
 * How far the luck of the calibration rows could have moved Venn–Abers' two numbers, as a table of steps.
 *
 * <p><b>Definition.</b> Whole groups of calibration rows are drawn with replacement, {@value #DRAWS} times, and p0 and p1 are told by
 * each draw. The band reaches from the 2.5th percentile of p0 to the 97.5th of p1. p0 and p1 of all rows are as far apart as one
 * more row moves a mean; the band is as wide as the mean itself is uncertain. In simulations with rows of one group alike it held the chance of
 * rows of the same margin in 88 to 97 % of cases; least where successes are rare and rows few.
 *
 * <p>With fewer than {@value CalibrationRows#FEWEST_GROUPS} groups it is all of [0, 1]: who has seen so few knows nothing of luck.
 *
 * <p>Neighbouring margins are put together until there are at most {@value #MOST_STEPS} steps of about as many rows.
 *
 * <p><b>Source.</b> The group bootstrap of {@link GroupBootstrap}. It is a judgement, not a theorem: the percentile bootstrap of an isotonic
 * regression is not consistent at a single point (B. Sen, M. Banerjee, M. Woodroofe, "Inconsistency of bootstrap: the Grenander
 * estimator", Annals of Statistics 38, 2010).
 *
 * <p><b>Cost.</b> {@value #DRAWS} times O(n), and for each step the blocks that it pools.
 */
public final class SamplingBand {

    private static final int DRAWS = 200;
    private static final int MOST_STEPS = 500;

    private final double[] from;
    private final double[] low;
    private final double[] high;

    /**
     * @param from the least margin of each step, rising
     * @param low its lower end
     * @param high its upper end
     * @throws IllegalArgumentException if it is no table of steps that rise
     */
    public SamplingBand(double[] from, double[] low, double[] high) {
        this.from = from.clone();
        this.low = low.clone();
        this.high = high.clone();
        if (from.length == 0 || low.length != from.length || high.length != from.length) {
            throw new IllegalArgumentException("a band of %d steps has %d lower and %d upper ends, must have as many"
                    .formatted(from.length, low.length, high.length));
        }
        for (int step = 0; step < from.length; step++) {
            boolean rises = step == 0
                    || (from[step - 1] < from[step] && low[step - 1] <= low[step] && high[step - 1] <= high[step]);
            if (!(0 <= low[step] && low[step] <= high[step] && high[step] <= 1 && rises)) {
                throw new IllegalArgumentException(
                        "step %d of the band is [%s, %s] from %s, must lie in [0, 1] and not below the one before"
                                .formatted(step, low[step], high[step], from[step]));
            }
        }
    }

    /** @param distinct the margins of the rows, rising */
    static SamplingBand of(CalibrationRows rows, double[] distinct, long seed) {
        int[] place = new int[rows.count()];
        int[] rowsAt = new int[distinct.length];
        for (int row = 0; row < place.length; row++) {
            place[row] = VennAbers.place(distinct, rows.margins()[row]);
            rowsAt[place[row]]++;
        }
        int[] step = steps(rowsAt);
        int steps = step[step.length - 1] + 1;
        double[] from = new double[steps];
        for (int i = distinct.length - 1; i >= 0; i--) {
            from[step[i]] = distinct[i];
        }
        if (!rows.tellsOfLuck()) {
            double[] one = new double[steps];
            Arrays.fill(one, 1);
            return new SamplingBand(from, new double[steps], one);
        }
        var intervals = new GroupBootstrap(rows.group(), DRAWS, seed).ofEach(2 * steps, weight -> {
            int[] all = new int[steps];
            int[] successes = new int[steps];
            for (int row = 0; row < place.length; row++) {
                int times = (int) weight[row];
                all[step[place[row]]] += times;
                successes[step[place[row]]] += rows.success()[row] ? times : 0;
            }
            return VennAbers.pairsAt(all, successes);
        });
        double[] low = new double[steps];
        double[] high = new double[steps];
        Arrays.setAll(low, i -> intervals.get(i).low());
        Arrays.setAll(high, i -> intervals.get(steps + i).high());
        return new SamplingBand(from, low, high);
    }

    /** The step of each margin: as many rows each as may be. */
    private static int[] steps(int[] rowsAt) {
        int least = Math.ceilDiv(Arrays.stream(rowsAt).sum(), MOST_STEPS);
        int[] step = new int[rowsAt.length];
        int rows = 0;
        for (int i = 1; i < step.length; i++) {
            rows += rowsAt[i - 1];
            boolean isFull = rows >= least;
            step[i] = step[i - 1] + (isFull ? 1 : 0);
            rows = isFull ? 0 : rows;
        }
        return step;
    }

    /** What Venn–Abers tells of a margin, within the band where that is wider. */
    Calibrated around(double margin, double p0, double p1) {
        int found = Arrays.binarySearch(from, margin + 0.0); // one zero, not two
        int step = Math.max(0, found >= 0 ? found : -found - 2);
        return new Calibrated(
                Math.min(low[step], p0), p0, Math.clamp(p1 / (1 - p0 + p1), p0, p1), p1, Math.max(high[step], p1));
    }

    /** The least margin of each step, rising. */
    public double[] from() {
        return from.clone();
    }

    /** The lower end of each step. */
    public double[] low() {
        return low.clone();
    }

    /** The upper end. */
    public double[] high() {
        return high.clone();
    }
}
