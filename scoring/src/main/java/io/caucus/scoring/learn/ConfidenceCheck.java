package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether confidence deserves its name: of the rows of the newest window, sorted by confidence and cut in three, those with
 * more of it should have the smaller error.
 *
 * <p>The error is the Brier score. It is small by itself where chances are near 0 or 1, so what the probabilities themselves
 * promise stands beside it: a third that errs more than another need not be told worse.
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
     * @param promised what it would be, were every probability p true: the mean of {@code p · (1 − p)}
     */
    public record Third(int rows, double from, double to, double brier, double promised) {}

    public ConfidenceCheck {
        thirds = List.copyOf(thirds);
    }

    static ConfidenceCheck of(List<LearningTable.Row> rows, LearnedScorer scorer, long seed) {
        double[] confidence = new double[rows.size()];
        double[] error = new double[rows.size()];
        double[] promised = new double[rows.size()];
        for (int row = 0; row < error.length; row++) {
            var prediction = scorer.predict(rows.get(row).question());
            double told = prediction.told().probability();
            double miss = told - (rows.get(row).success() ? 1 : 0);
            confidence[row] = prediction.confidence();
            error[row] = miss * miss;
            promised[row] = told * (1 - told);
        }
        return of(confidence, error, promised, new GroupBootstrap(LearningTable.groups(rows), Judgement.DRAWS, seed));
    }

    /**
     * @param error the squared error of each row
     * @param promised the one that its probability promises
     */
    static ConfidenceCheck of(double[] confidence, double[] error, double[] promised, GroupBootstrap bootstrap) {
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
                    its.length,
                    confidence[order[from]],
                    confidence[order[to - 1]],
                    mean(its, error, each -> 1),
                    mean(its, promised, each -> 1)));
            from = to;
        }
        var gap = bootstrap.of(weight -> mean(members.getFirst(), error, row -> weight[row])
                - mean(members.getLast(), error, row -> weight[row]));
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

    private static double mean(int[] rows, double[] values, IntToDoubleFunction weight) {
        double sum = 0;
        double all = 0;
        for (int row : rows) {
            sum += weight.applyAsDouble(row) * values[row];
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

    /** For people: whether the error falls, with the figures. */
    public String sentence() {
        if (thirds.size() == 1) {
            return "Whether the error falls as confidence rises cannot be told: all test rows have the same"
                    + " confidence.";
        }
        return String.format(
                Locale.ROOT,
                "The error %s as confidence rises: Brier %s from the least to the most confident third, where the"
                        + " probabilities themselves promise %s; first less last %+.3f [%+.3f, %+.3f].",
                holds() ? "falls" : "does not fall",
                figures(Third::brier),
                figures(Third::promised),
                gap.value(),
                gap.low(),
                gap.high());
    }

    private String figures(ToDoubleFunction<Third> figure) {
        return thirds.stream()
                .map(third -> String.format(Locale.ROOT, "%.3f", figure.applyAsDouble(third)))
                .collect(Collectors.joining(", "));
    }
}
