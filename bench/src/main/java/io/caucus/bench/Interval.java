package io.caucus.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Between what bounds a figure lies in 95 of 100 samples.
 *
 * @param low 2.5 of 100 lie below
 * @param high 2.5 of 100 lie above
 */
record Interval(double low, double high) {

    /**
     * Of the mean over several tests of how much higher one AUC is than the other, by the paired bootstrap: the rows of each test are
     * drawn anew with replacement, the same for both rankings (B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993).
     *
     * @param better for each test a ranking of its rows
     * @param worse for each test another ranking of the same rows in the same order
     */
    static Interval ofLift(List<Ranking> better, List<Ranking> worse, int draws, long seed) {
        var random = new SplittableRandom(seed);
        var lifts = new double[draws];
        Arrays.setAll(lifts, draw -> lift(better, worse, random));
        Arrays.sort(lifts);
        return new Interval(lifts[(int) (draws * 0.025)], lifts[(int) (draws * 0.975)]);
    }

    private static double lift(List<Ranking> better, List<Ranking> worse, SplittableRandom random) {
        double sum = 0;
        for (int test = 0; test < better.size(); test++) {
            var times = new int[better.get(test).size()];
            random.ints(times.length, 0, times.length).forEach(row -> times[row]++);
            sum += better.get(test).auc(times) - worse.get(test).auc(times);
        }
        return sum / better.size();
    }
}
