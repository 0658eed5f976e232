package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How predictions fared in one month, by UTC: a model that holds today need not hold next year.
 *
 * @param window that its rows belong to; the figures of rows that were learned from flatter
 * @param groups its rows belong to
 * @param told the mean probability
 * @param calibrationError NaN if there are too few rows to say
 * @param averagePrecision NaN if the rarer outcome occurred too seldom to say
 */
public record MonthFigures(
        YearMonth month,
        String window,
        int rows,
        int groups,
        int successes,
        double told,
        double calibrationError,
        double averagePrecision) {

    /** Of all windows, oldest first. */
    static List<MonthFigures> of(TimeSplit split, LearnedScorer scorer) {
        var months = new ArrayList<MonthFigures>();
        add(months, "train", split.train(), scorer);
        add(months, "calibrate", split.calibrate(), scorer);
        add(months, "test", split.test(), scorer);
        return List.copyOf(months);
    }

    private static void add(
            List<MonthFigures> months, String window, List<LearningTable.Row> rows, LearnedScorer scorer) {
        rows.stream()
                .collect(Collectors.groupingBy(
                        row -> YearMonth.from(row.cutoff().atOffset(ZoneOffset.UTC)),
                        TreeMap::new,
                        Collectors.toList()))
                .forEach((month, its) -> months.add(of(month, window, its, scorer)));
    }

    private static MonthFigures of(YearMonth month, String window, List<LearningTable.Row> rows, LearnedScorer scorer) {
        boolean[] outcome = LearningTable.outcomes(rows);
        double[] told = rows.stream()
                .mapToDouble(row -> scorer.score(row).probability())
                .toArray();
        var probabilities = new Probabilities(told, outcome);
        var ranking = new Ranking(rows.stream().mapToDouble(scorer::order).toArray(), outcome);
        return new MonthFigures(
                month,
                window,
                rows.size(),
                Reference.groups(rows),
                (int) rows.stream().filter(LearningTable.Row::success).count(),
                probabilities.told(),
                rows.size() < SegmentFigures.LEAST_ROWS ? Double.NaN : probabilities.calibrationError(),
                TimeSplit.rarer(rows) < SegmentFigures.LEAST_OUTCOMES
                        ? Double.NaN
                        : ranking.averagePrecision(ranking.once()));
    }

    /** The share that succeeded. */
    public double rate() {
        return (double) successes / rows;
    }
}
