package io.caucus.features.committee;

import io.caucus.features.Parameters;
import io.caucus.graphmodel.AccountHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stages a committee went through, each with its date and why it was reached.
 *
 * <p><b>Definition.</b> The stage is asked for at the history's instant and every 24 hours back from it, by the same rules as
 * {@code committee.stage}; a change is dated with the first of these instants that shows it, so up to a day late. Since the
 * stage is a function of the criteria met, a change always has a cause among those that began or ceased to be met. Earlier
 * instants are judged by the facts that could be seen then, as they are told now; asked anew back then, before a title was
 * corrected or an event deleted, the answer may have been another.
 *
 * <p><b>Cost.</b> For d days one committee map a day, and as many more as looks back reach beyond the first; one test of
 * coordination and the credits of all activations a day. O(d · (e·p² + a·e)) for e actions of p participants and a
 * activations.
 *
 * @param changes oldest first; the first has no stage before it. Empty if nobody is known to be employed at the account.
 */
public record StageTimeline(List<Change> changes) {

    private static final Duration STEP = Duration.ofDays(1);

    /**
     * @param at the instant as of which the stage was first seen
     * @param from the stage before; empty at the beginning of the timeline
     * @param causes the criteria that began or ceased to be met since the day before, in order; all that are met at the
     *     beginning
     */
    public record Change(Instant at, Optional<CommitteeStage> from, CommitteeStage to, List<Cause> causes) {
        public Change {
            causes = List.copyOf(causes);
        }
    }

    /**
     * @param met whether the criterion began to be met; else it ceased to be
     * @param measured what was measured when it was last met
     */
    public record Cause(StageCriterion criterion, boolean met, double measured) {}

    public StageTimeline {
        changes = List.copyOf(changes);
    }

    /** @param length how far back; the timeline begins with the stage of its first day on which anybody was known */
    public static StageTimeline of(AccountHistory history, Parameters parameters, Duration length) {
        var judge = new StageJudge(history, parameters);
        var changes = new ArrayList<Change>();
        SortedMap<StageCriterion, Double> before = new TreeMap<>();
        for (long day = length.toDays(); day >= 0; day--) {
            var at = history.asOf().instant().minus(STEP.multipliedBy(day));
            var now = judge.met(at);
            if (now.isPresent()) {
                noteChange(at, before, now.get(), changes);
                before = now.get();
            }
        }
        return new StageTimeline(changes);
    }

    /**
     * The first instant, looking back from the history's every 24 hours, from which on the stage was what it is.
     *
     * @param length how far back is looked
     * @return empty if nobody is known to be employed at the account, or the stage was the same throughout
     */
    public static Optional<Instant> since(AccountHistory history, Parameters parameters, Duration length) {
        var judge = new StageJudge(history, parameters);
        var asked = history.asOf().instant();
        var now = judge.stage(asked);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        for (long day = 1; day <= length.toDays(); day++) {
            if (!judge.stage(asked.minus(STEP.multipliedBy(day))).equals(now)) {
                return Optional.of(asked.minus(STEP.multipliedBy(day - 1)));
            }
        }
        return Optional.empty();
    }

    private static void noteChange(
            Instant at,
            SortedMap<StageCriterion, Double> before,
            SortedMap<StageCriterion, Double> now,
            List<Change> changes) {
        var from = changes.isEmpty()
                ? Optional.<CommitteeStage>empty()
                : Optional.of(changes.getLast().to());
        var to = CommitteeStage.of(now.keySet());
        if (!from.equals(Optional.of(to))) {
            changes.add(new Change(at, from, to, causes(before, now)));
        }
    }

    private static List<Cause> causes(SortedMap<StageCriterion, Double> before, SortedMap<StageCriterion, Double> now) {
        var causes = new ArrayList<Cause>();
        for (StageCriterion criterion : StageCriterion.values()) {
            if (now.containsKey(criterion) != before.containsKey(criterion)) {
                boolean met = now.containsKey(criterion);
                causes.add(new Cause(criterion, met, (met ? now : before).getOrDefault(criterion, 0.0)));
            }
        }
        return Collections.unmodifiableList(causes);
    }
}
