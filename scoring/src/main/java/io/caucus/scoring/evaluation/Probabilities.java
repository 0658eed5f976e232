package io.caucus.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whether probabilities keep their word. */
public final class Probabilities {

    /** How many bins reliability is read from, each with as many rows as ties allow. */
    public static final int BINS = 10;

    private final double[] probability;
    private final boolean[] success;

    /** @throws IllegalArgumentException if there are no rows, or a probability lies outside [0, 1] */
    public Probabilities(double[] probability, boolean[] success) {
        if (probability.length != success.length || probability.length == 0) {
            throw new IllegalArgumentException("%d probabilities have %d outcomes, must be as many and at least one"
                    .formatted(probability.length, success.length));
        }
        for (int row = 0; row < probability.length; row++) {
            if (!(probability[row] >= 0 && probability[row] <= 1)) {
                throw new IllegalArgumentException(
                        "the probability of row %d is %s, must lie in [0, 1]".formatted(row, probability[row]));
            }
        }
        this.probability = probability.clone();
        this.success = success.clone();
    }

    /** Rows told about the same, and how they fared. */
    public record Bin(int rows, double told, double happened) {}

    /**
     * The Brier score taken apart: {@code reliability − resolution + uncertainty + withinBins} is it, exactly.
     *
     * @param reliability how far bins are from what they were told; 0 is best
     * @param resolution how far bins are from the base rate; more is better
     * @param uncertainty of the outcome itself
     * @param withinBins what grouping hides: the variance of probabilities in bins, less twice their covariance with outcomes
     */
    public record Brier(double score, double reliability, double resolution, double uncertainty, double withinBins) {}

    /** The mean probability. */
    public double told() {
        return Arrays.stream(probability).average().orElseThrow();
    }

    /** Mean of {@code −ln} of the chance given to what happened, with probabilities held 1e-15 away from 0 and 1. */
    public double logLoss() {
        double sum = 0;
        for (int row = 0; row < probability.length; row++) {
            double given = success[row] ? probability[row] : 1 - probability[row];
            sum -= StrictMath.log(Math.clamp(given, 1e-15, 1));
        }
        return sum / probability.length;
    }

    /** The same of rows that count as often as they weigh, such as how often a bootstrap drew each. */
    public double logLoss(double[] weight) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < probability.length; row++) {
            double given = success[row] ? probability[row] : 1 - probability[row];
            sum -= weight[row] * StrictMath.log(Math.clamp(given, 1e-15, 1));
            all += weight[row];
        }
        return sum / all;
    }

    /** The mean square of what was missed, likewise weighted. */
    public double brierScore(double[] weight) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < probability.length; row++) {
            double miss = probability[row] - (success[row] ? 1 : 0);
            sum += weight[row] * miss * miss;
            all += weight[row];
        }
        return sum / all;
    }

    /**
     * A. Murphy, "A New Vector Partition of the Probability Score", Journal of Applied Meteorology 12 (1973); with the terms within
     * bins of D. Stephenson, C. Coelho, I. Jolliffe, "Two Extra Components in the Brier Score Decomposition", Weather and
     * Forecasting 23 (2008).
     */
    public Brier brier() {
        double base = rate(
                0, probability.length, IntStream.range(0, probability.length).toArray());
        double score = 0;
        for (int row = 0; row < probability.length; row++) {
            double miss = probability[row] - (success[row] ? 1 : 0);
            score += miss * miss;
        }
        double reliability = 0;
        double resolution = 0;
        for (Bin bin : bins()) {
            reliability += bin.rows() * (bin.told() - bin.happened()) * (bin.told() - bin.happened());
            resolution += bin.rows() * (bin.happened() - base) * (bin.happened() - base);
        }
        int rows = probability.length;
        return new Brier(score / rows, reliability / rows, resolution / rows, base * (1 - base), within() / rows);
    }

    private double within() {
        int[] order = order();
        double sum = 0;
        for (int from = 0; from < order.length; ) {
            int to = endOfBin(order, from, BINS);
            double told = told(from, to, order);
            double happened = rate(from, to, order);
            for (int place = from; place < to; place++) {
                double apart = probability[order[place]] - told;
                sum += apart * apart - 2 * apart * ((success[order[place]] ? 1 : 0) - happened);
            }
            from = to;
        }
        return sum;
    }

    /**
     * The mean distance between what bins were told and what happened, by rows. It is never 0 with few rows: 100 rows of chance 0.1
     * lie 0.024 off by luck alone.
     */
    public double calibrationError() {
        return bins().stream()
                        .mapToDouble(bin -> bin.rows() * Math.abs(bin.told() - bin.happened()))
                        .sum()
                / probability.length;
    }

    /**
     * What {@link #calibrationError} would be by luck alone, were every bin's chance just what it was told: the mean absolute deviation
     * of so many draws, in the normal approximation.
     *
     * @param witnesses how many independent rows a row is worth; 1 unless rows of one group were counted
     */
    public double calibrationErrorByLuck(double witnesses) {
        return bins().stream()
                        .mapToDouble(bin -> bin.rows()
                                * Math.sqrt(2 * bin.told() * (1 - bin.told()) / (Math.PI * bin.rows() * witnesses)))
                        .sum()
                / probability.length;
    }

    /** {@link #BINS} of them or, where many rows are told the same, fewer. Lowest first; rows of equal probability share a bin. */
    public List<Bin> bins() {
        return bins(BINS);
    }

    /** @param most there should be, at least 1 */
    public List<Bin> bins(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("%d bins are wanted, must be at least 1".formatted(most));
        }
        int[] order = order();
        var bins = new ArrayList<Bin>();
        for (int from = 0; from < order.length; ) {
            int to = endOfBin(order, from, most);
            bins.add(new Bin(to - from, told(from, to, order), rate(from, to, order)));
            from = to;
        }
        return bins;
    }

    private int[] order() {
        return IntStream.range(0, probability.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> probability[row])
                        .thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The next multiple of a bin's share of the rows, and on to the end of its ties. */
    private int endOfBin(int[] order, int from, int most) {
        long bin = (long) from * most / order.length + 1;
        int to = Math.max(from + 1, Math.toIntExact((bin * order.length + most - 1) / most));
        while (to < order.length && probability[order[to]] == probability[order[to - 1]]) {
            to++;
        }
        return to;
    }

    private double told(int from, int to, int[] order) {
        double sum = 0;
        for (int place = from; place < to; place++) {
            sum += probability[order[place]];
        }
        return sum / (to - from);
    }

    private double rate(int from, int to, int[] order) {
        double sum = 0;
        for (int place = from; place < to; place++) {
            sum += success[order[place]] ? 1 : 0;
        }
        return sum / (to - from);
    }
}
