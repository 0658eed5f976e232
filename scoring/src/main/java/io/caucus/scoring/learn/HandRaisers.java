package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Shares;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Those who raised their hand and succeeded, and how many of them the model would have left lying: a miss that nobody forgives.
 *
 * @param rows of hand-raisers in the newest window
 * @param successes of them
 * @param missed of those, the ones that are not among the best tenth of all rows, nor tie with its last
 * @param share of successes that is missed, with its 95 % interval (Wilson, counting groups); empty if they are too few to say
 */
public record HandRaisers(int rows, int successes, int missed, Optional<Interval> share) {

    /** More must not be missed. */
    public static final double ALARM = 0.03;
    /** Successes, with fewer of which a share would be luck. */
    public static final int LEAST_SUCCESSES = 10;

    static HandRaisers of(List<LearningTable.Row> rows, LearnedScorer scorer) {
        double[] order = rows.stream().mapToDouble(scorer::order).sorted().toArray();
        double leastPicked = order[order.length - (int) Math.ceil(Judgement.TOP * order.length)];
        var raised = rows.stream().filter(LearningTable.Row::handRaiser).toList();
        var succeeded = raised.stream().filter(LearningTable.Row::success).toList();
        long missed = succeeded.stream()
                .filter(row -> scorer.order(row) < leastPicked)
                .count();
        return new HandRaisers(
                raised.size(),
                succeeded.size(),
                (int) missed,
                succeeded.size() < LEAST_SUCCESSES
                        ? Optional.empty()
                        : Optional.of(
                                Shares.interval((double) missed / succeeded.size(), Reference.groups(succeeded))));
    }

    /** Whether more are missed than may be. */
    public boolean isAlarm() {
        return share.filter(its -> its.value() > ALARM).isPresent();
    }

    /** For people: how many are missed, and whether that is too many. */
    public String sentence() {
        if (share.isEmpty()) {
            return "Of %s hand-raisers %s succeeded, too few to say how many such the model misses."
                    .formatted(rows, successes);
        }
        var its = share.get();
        return String.format(
                        Locale.ROOT,
                        "Of %d successes of hand-raisers %d are not in the best tenth: %.1f %%, 95 %% [%.1f, %.1f]; ",
                        successes,
                        missed,
                        100 * its.value(),
                        100 * its.low(),
                        100 * its.high())
                + verdict(its);
    }

    private static String verdict(Interval its) {
        if (its.value() <= ALARM) {
            return its.high() <= ALARM
                    ? "no more than the 3 % allowed."
                    : "no more than the 3 % allowed, though luck could hide more.";
        }
        return its.isAbove(ALARM)
                ? "more than the 3 % allowed: ALARM."
                : "more than the 3 % allowed: ALARM, though it may be luck.";
    }
}
