package io.caucus.scoring.learn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows of time, oldest first: train, embargo, calibrate, embargo, test. No other way to split exists.
 *
 * <p>The newest fifth of the rows is the test, the fifth before it the calibration. The embargo keeps a row out of a window's
 * teachers while its own outcome was not known when the window began. Where the table is too short for that, the embargo is
 * halved, and in the end left out: the result then says so, since nobody could have had that model at that time.
 *
 * @param wanted the embargo that should be
 * @param embargo the one that is
 * @param left rows that fell into an embargo
 */
public record TimeSplit(
        List<LearningTable.Row> train,
        List<LearningTable.Row> calibrate,
        List<LearningTable.Row> test,
        Duration wanted,
        Duration embargo,
        int left) {

    /** Each window needs so many of the rarer outcome; the training window is judged by the ladder. */
    static final int LEAST_OUTCOMES = 20;
    /** An embargo is not worth a training window with fewer of the rarer outcome. */
    static final int LEAST_TRAINING_OUTCOMES = 200;

    private static final double NEWEST = 0.2;

    static TimeSplit of(LearningTable table) {
        var wanted = table.schema().embargo().orElse(table.schema().horizon());
        for (Duration embargo : List.of(wanted, wanted.dividedBy(2), wanted.dividedBy(4))) {
            var split = with(table.rows(), wanted, embargo);
            if (rarer(split.train) >= LEAST_TRAINING_OUTCOMES
                    && rarer(split.calibrate) >= LEAST_OUTCOMES
                    && rarer(split.test) >= LEAST_OUTCOMES) {
                return split;
            }
        }
        return with(table.rows(), wanted, Duration.ZERO);
    }

    private static TimeSplit with(List<LearningTable.Row> rows, Duration wanted, Duration embargo) {
        int share = Math.max(1, (int) (NEWEST * rows.size()));
        var testFrom = rows.get(rows.size() - share).cutoff();
        var test = from(rows, testFrom);
        var beforeTest = before(rows, testFrom, embargo);
        if (beforeTest.isEmpty()) {
            return new TimeSplit(List.of(), List.of(), test, wanted, embargo, rows.size() - test.size());
        }
        var calibrateFrom =
                beforeTest.get(Math.max(0, beforeTest.size() - share)).cutoff();
        var calibrate = from(beforeTest, calibrateFrom);
        var train = before(beforeTest, calibrateFrom, embargo);
        return new TimeSplit(
                train, calibrate, test, wanted, embargo, rows.size() - test.size() - calibrate.size() - train.size());
    }

    private static List<LearningTable.Row> from(List<LearningTable.Row> rows, Instant instant) {
        return rows.stream().filter(row -> !row.cutoff().isBefore(instant)).toList();
    }

    /** The rows whose outcome would have been known at the instant, had the horizon been the embargo. */
    static List<LearningTable.Row> before(List<LearningTable.Row> rows, Instant instant, Duration embargo) {
        return rows.stream()
                .filter(row -> row.cutoff().isBefore(instant)
                        && !row.cutoff().plus(embargo).isAfter(instant))
                .toList();
    }

    static long rarer(List<LearningTable.Row> rows) {
        long successes = rows.stream().filter(LearningTable.Row::success).count();
        return Math.min(successes, rows.size() - successes);
    }

    public boolean isShortened() {
        return embargo.compareTo(wanted) < 0;
    }

    /** Whether each window has both outcomes often enough to be used. */
    boolean isUsable() {
        return rarer(train) >= 1 && rarer(calibrate) >= 2 && rarer(test) >= 2;
    }

    /** One origin: what could be learned from, and the rows right after it. */
    record Fold(List<LearningTable.Row> train, List<LearningTable.Row> validate) {}

    /** Three origins within the training window, each with a fifth of it to predict. */
    List<Fold> rollingOrigins() {
        var folds = new ArrayList<Fold>();
        int share = train.size() / 5;
        for (int origin = 2 * share; share > 0 && origin + share <= train.size(); origin += share) {
            var from = train.get(origin).cutoff();
            var learnable = before(train, from, embargo);
            var validate = from(train, from).stream().limit(share).toList();
            if (rarer(learnable) >= LEAST_OUTCOMES && rarer(validate) >= 1) {
                folds.add(new Fold(learnable, validate));
            }
        }
        return folds;
    }
}
