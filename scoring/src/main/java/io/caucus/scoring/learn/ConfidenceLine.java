package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Shares;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of the rows of the newest window on both sides of the line under which a prediction is called uncertain. Confidence often
 * follows familiarity, not value: uncertain rows may well be the better ones.
 */
public record ConfidenceLine(Side below, Side above) {

    /** Of confidence: what lies under it goes into a bucket of its own. */
    public static final double LINE = 70;

    /**
     * @param told the mean probability; NaN without rows
     * @param share of them that succeeded, with its 95 % interval (Wilson, counting groups); empty if they are too few to say
     */
    public record Side(int rows, int successes, double told, Optional<Interval> share) {

        private static Side of(List<LearningTable.Row> rows, LearnedScorer scorer) {
            int successes =
                    (int) rows.stream().filter(LearningTable.Row::success).count();
            return new Side(
                    rows.size(),
                    successes,
                    rows.stream()
                            .mapToDouble(row -> scorer.score(row).probability())
                            .average()
                            .orElse(Double.NaN),
                    rows.size() < SegmentFigures.LEAST_ROWS
                            ? Optional.empty()
                            : Optional.of(Shares.interval((double) successes / rows.size(), Reference.groups(rows))));
        }

        private String text() {
            return share.map(its -> String.format(
                            Locale.ROOT,
                            "%.1f %% of %d, 95 %% [%.1f, %.1f], told %.1f %%",
                            100 * its.value(),
                            rows,
                            100 * its.low(),
                            100 * its.high(),
                            100 * told))
                    .orElseGet(() -> "too few of them to say (%s)".formatted(rows));
        }
    }

    static ConfidenceLine of(List<LearningTable.Row> rows, LearnedScorer scorer) {
        return new ConfidenceLine(
                Side.of(rows.stream().filter(row -> isBelow(row, scorer)).toList(), scorer),
                Side.of(rows.stream().filter(row -> !isBelow(row, scorer)).toList(), scorer));
    }

    private static boolean isBelow(LearningTable.Row row, LearnedScorer scorer) {
        return scorer.predict(row.question()).confidence() < LINE;
    }

    /** For people: how many succeed on either side. */
    public String sentence() {
        return "Of rows below a confidence of 70 succeed: %s; of those above: %s."
                .formatted(below.text(), above.text());
    }
}
