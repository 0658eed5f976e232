package io.caucus.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well scores sort successes before failures. Only the order of scores counts; rows of equal score are taken in no order.
 *
 * <p>Rows are sorted once and then judged under any weights, such as how often a bootstrap drew each.
 *
 * <p><b>Source.</b> T. Fawcett, "An introduction to ROC analysis", Pattern Recognition Letters 27 (2006), for tied scores as well.
 *
 * <p><b>Cost.</b> O(n log n) once, then O(n) a question.
 */
public final class Ranking {

    private final boolean[] success;
    private final int[] bestFirst;
    private final double[] score;

    /** @throws IllegalArgumentException if a score is not a number, or there are not as many outcomes */
    public Ranking(double[] score, boolean[] success) {
        if (score.length != success.length) {
            throw new IllegalArgumentException(
                    "%d scores have %d outcomes, must be as many".formatted(score.length, success.length));
        }
        for (int row = 0; row < score.length; row++) {
            if (Double.isNaN(score[row])) {
                throw new IllegalArgumentException("the score of row %d is NaN, must be a number".formatted(row));
            }
        }
        this.score = score.clone();
        this.success = success.clone();
        this.bestFirst = IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> -score[row]).thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Every row once. */
    public double[] once() {
        double[] ones = new double[score.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /**
     * The chance that a success stands before a failure, ties counting half; NaN if one outcome has no weight.
     */
    public double auc(double[] weight) {
        double successes = 0;
        double failures = 0;
        double pairs = 0;
        for (int from = 0; from < bestFirst.length; ) {
            int to = endOfTies(from);
            double tiedSuccesses = weightOf(weight, from, to, true);
            double tiedFailures = weightOf(weight, from, to, false);
            pairs += tiedFailures * (successes + tiedSuccesses / 2);
            successes += tiedSuccesses;
            failures += tiedFailures;
            from = to;
        }
        return pairs / (successes * failures);
    }

    /** {@code Σ (recallₙ − recallₙ₋₁) · precisionₙ} over the distinct scores, highest first; NaN without successes. */
    public double averagePrecision(double[] weight) {
        double successes = 0;
        double seen = 0;
        double sum = 0;
        for (int from = 0; from < bestFirst.length; ) {
            int to = endOfTies(from);
            double tiedSuccesses = weightOf(weight, from, to, true);
            successes += tiedSuccesses;
            seen += tiedSuccesses + weightOf(weight, from, to, false);
            sum += tiedSuccesses == 0 ? 0 : tiedSuccesses * (successes / seen);
            from = to;
        }
        return sum / successes;
    }

    /** The share of successes among the top of the list, against all; where ties reach over the edge, their mean counts. */
    public double lift(double top, double[] weight) {
        double all = weightOf(weight, 0, bestFirst.length, true) + weightOf(weight, 0, bestFirst.length, false);
        double base = weightOf(weight, 0, bestFirst.length, true) / all;
        return rate(0, top, weight) / base;
    }

    /**
     * The share of successes in a stretch of the list, such as its second tenth: from 0.1 to 0.2. Where ties reach over an edge, their
     * mean counts.
     */
    public double rate(double from, double to, double[] weight) {
        double all = weightOf(weight, 0, bestFirst.length, true) + weightOf(weight, 0, bestFirst.length, false);
        return (successesAbove(to * all, weight) - successesAbove(from * all, weight)) / (to * all - from * all);
    }

    private double successesAbove(double wanted, double[] weight) {
        double taken = 0;
        double successes = 0;
        for (int from = 0; from < bestFirst.length && taken < wanted; ) {
            int to = endOfTies(from);
            double tiedSuccesses = weightOf(weight, from, to, true);
            double tied = tiedSuccesses + weightOf(weight, from, to, false);
            double share = tied == 0 ? 0 : Math.min(1, (wanted - taken) / tied);
            successes += share * tiedSuccesses;
            taken += share * tied;
            from = to;
        }
        return successes;
    }

    /**
     * What comes of picking every row that scores at least so much.
     *
     * @param picked the share of rows
     * @param recall the share of successes that are among them; NaN without successes
     * @param precision the share of them that succeed
     */
    public record Point(double picked, double recall, double precision) {}

    /** One point for each distinct score, highest first. */
    public List<Point> curve() {
        double all = bestFirst.length;
        double[] once = once();
        double allSuccesses = weightOf(once, 0, bestFirst.length, true);
        var curve = new ArrayList<Point>();
        double successes = 0;
        for (int from = 0; from < bestFirst.length; ) {
            int to = endOfTies(from);
            successes += weightOf(once, from, to, true);
            curve.add(new Point(to / all, successes / allSuccesses, successes / to));
            from = to;
        }
        return curve;
    }

    private int endOfTies(int from) {
        int to = from;
        while (to < bestFirst.length && score[bestFirst[to]] == score[bestFirst[from]]) {
            to++;
        }
        return to;
    }

    private double weightOf(double[] weight, int from, int to, boolean outcome) {
        double sum = 0;
        for (int place = from; place < to; place++) {
            sum += success[bestFirst[place]] == outcome ? weight[bestFirst[place]] : 0;
        }
        return sum;
    }
}
