package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How predictions fared on rows that nothing was learned from; intervals are 95 %, over groups.
 *
 * @param liftAtTop of the tenth of the rows with the highest predictions, against all
 * @param averagePrecision also known as PR-AUC; chance gives the base rate
 * @param overBaseRate average precision less the base rate of the same draw
 */
public record Judgement(
        int rows,
        int successes,
        Interval auc,
        Interval averagePrecision,
        Interval overBaseRate,
        double liftAtTop,
        double logLoss,
        double logLossOfBaseRate,
        Probabilities.Brier brier,
        double calibrationError,
        List<Probabilities.Bin> bins) {

    static final int DRAWS = 1000;
    static final double TOP = 0.1;

    /**
     * @param margin by which rows are sorted: calibration leaves its order, but not all its differences
     * @param baseRate what somebody without a model would say: the rate in training
     */
    static Judgement of(
            List<LearningTable.Row> rows, double[] margin, double[] probability, double baseRate, long seed) {
        boolean[] outcome = LearningTable.outcomes(rows);
        var ranking = new Ranking(margin, outcome);
        var bootstrap = new GroupBootstrap(LearningTable.groups(rows), DRAWS, seed);
        var probabilities = new Probabilities(probability, outcome);
        var constant = new double[rows.size()];
        Arrays.fill(constant, baseRate);
        var brier = probabilities.brier();
        return new Judgement(
                rows.size(),
                (int) IntStream.range(0, outcome.length)
                        .filter(row -> outcome[row])
                        .count(),
                bootstrap.of(ranking::auc),
                bootstrap.of(ranking::averagePrecision),
                bootstrap.of(weight -> ranking.averagePrecision(weight) - rate(outcome, weight)),
                ranking.lift(TOP, ranking.once()),
                probabilities.logLoss(),
                new Probabilities(constant, outcome).logLoss(),
                brier,
                probabilities.calibrationError(),
                probabilities.bins());
    }

    /** Of what a model tells. */
    static Judgement of(List<LearningTable.Row> rows, LearnedScorer scorer, double baseRate, long seed) {
        return of(
                rows,
                rows.stream().mapToDouble(scorer::order).toArray(),
                rows.stream()
                        .mapToDouble(row -> scorer.score(row).probability())
                        .toArray(),
                baseRate,
                seed);
    }

    static double rate(boolean[] outcome, double[] weight) {
        double successes = 0;
        double all = 0;
        for (int row = 0; row < outcome.length; row++) {
            successes += outcome[row] ? weight[row] : 0;
            all += weight[row];
        }
        return successes / all;
    }

    /** Chance gives an AUC of 0.5 and an average precision a little above the base rate: both must be beaten beyond doubt. */
    public boolean hasSignal() {
        return auc.isAbove(0.5) && overBaseRate.isAbove(0);
    }
}
