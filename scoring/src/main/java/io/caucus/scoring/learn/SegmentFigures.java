package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.Ranking;
import java.util.List;

/**
 * How predictions fared in one segment of the newest window: a model that keeps its word over all may break it here.
 *
 * @param told the mean probability
 * @param happened the share that succeeded
 * @param auc NaN if the rarer outcome occurred too seldom to speak of order
 */
public record SegmentFigures(int rows, double told, double happened, double auc) {

    /** With fewer rows the figures would be luck. */
    static final int LEAST_ROWS = 50;

    /** Of the rarer kind: with fewer nobody can speak of order. */
    static final int LEAST_OUTCOMES = 10;

    static SegmentFigures of(List<LearningTable.Row> rows, LearnedScorer scorer) {
        var ranking = new Ranking(rows.stream().mapToDouble(scorer::order).toArray(), LearningTable.outcomes(rows));
        return new SegmentFigures(
                rows.size(),
                rows.stream()
                        .mapToDouble(row -> scorer.score(row).probability())
                        .average()
                        .orElseThrow(),
                (double) rows.stream().filter(LearningTable.Row::success).count() / rows.size(),
                TimeSplit.rarer(rows) < LEAST_OUTCOMES ? Double.NaN : ranking.auc(ranking.once()));
    }
}
