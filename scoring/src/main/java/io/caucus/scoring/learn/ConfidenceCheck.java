package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether confidence deserves its name: of the rows of the newest window, sorted by confidence and cut in three, those in whom the model
 * is more confident should have the smaller error.
 *
 * <p>The error is the Brier score, which is small by itself where chances are near 0 or 1; the check asks whether confidence sorts errors, not why.
 *
 * @param thirds least confident first; fewer than three where equal confidences do not let themselves be cut
 * @param gap the error of the first less that of the last, with its 95 % interval over groups; 0 if there is one only
 */
public record ConfidenceCheck(List<Third> thirds, Interval gap) {

    private static final int PARTS = 3;

    /**
     * @param from the lowest confidence among its rows
     * @param to the highest
     * @param brier the mean squared distance between probability and outcome
     */
    public record Third(int rows, double from, double to, double brier) {}

    public ConfidenceCheck {
        thirds = List.copyOf(thirds);
    }

    static ConfidenceCheck of(List<LearningTable.Row> rows, LearnedScorer scorer, long seed) {
        double[] confidence = new double[rows.size()];
        double[] error = new double[rows.size()];
        for (int row = 0; row < error.length; row++) {
            var prediction = scorer.predict(rows.get(row).question());
            double miss = prediction.told().probability() - (rows.get(row).success() ? 1 : 0);
            confidence[row] = prediction.confidence();
            error[row] = miss * miss;
        }
        return of(confidence, error, new GroupBootstrap(LearningTable.groups(rows), Judgement.DRAWS, seed));
    }

    /** @param error the squared error of each row */
    static ConfidenceCheck of(double[] confidence, double[] error, GroupBootstrap bootstrap) {
        int[] order = IntStream.range(0, confidence.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> confidence[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        var thirds = new ArrayList<Third>();
        var members = new ArrayList<int[]>();
        for (int from = 0; from < order.length; ) {
            int to = end(order, confidence, from);
            int[] its = IntStream.range(from, to).map(place -> order[place]).toArray();
            members.add(its);
            thirds.add(new Third(
                    its.length, confidence[order[from]], confidence[order[to - 1]], error(its, error, each -> 1)));
            from = to;
        }
        var gap = bootstrap.of(weight -> error(members.getFirst(), error, row -> weight[row])
                - error(members.getLast(), error, row -> weight[row]));
        return new ConfidenceCheck(thirds, gap);
    }

    /** The next third of the rows, and on to the end of those with the same confidence. */
    private static int end(int[] order, double[] confidence, int from) {
        long third = (long) from * PARTS / order.length + 1;
        int to = Math.max(from + 1, Math.toIntExact((third * order.length + PARTS - 1) / PARTS));
        while (to < order.length && confidence[order[to]] == confidence[order[to - 1]]) {
            to++;
        }
        return to;
    }

    private static double error(int[] rows, double[] error, IntToDoubleFunction weight) {
        double sum = 0;
        double all = 0;
        for (int row : rows) {
            sum += weight.applyAsDouble(row) * error[row];
            all += weight.applyAsDouble(row);
        }
        return sum / all;
    }

    /** Whether the error never rises with confidence, and falls from the first third to the last beyond noise. */
    public boolean holds() {
        return gap.isAbove(0)
                && IntStream.range(1, thirds.size())
                        .allMatch(third -> thirds.get(third).brier()
                                <= thirds.get(third - 1).brier());
    }

    public String sentence() {
        if (thirds.size() == 1) {
            return "Whether the error falls as confidence rises cannot be told: all test rows have the same"
                    + " confidence.";
        }
        var errors = thirds.stream()
                .map(third -> String.format(Locale.ROOT, "%.3f", third.brier()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "The error %s as confidence rises: Brier %s from the least to the most confident third; first less"
                        + " last %+.3f [%+.3f, %+.3f].",
                holds() ? "falls" : "does not fall beyond noise",
                errors,
                gap.value(),
                gap.low(),
                gap.high());
    }
}
