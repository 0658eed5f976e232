package io.caucus.scoring.explanation;

import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.scoring.Assessment;
import java.util.List;
import java.util.Optional;

/**
 * The score an account would have if something were different. Changes become facts of its history, one after the other, and the history
 * goes through the same features and the same model as any other.
 *
 * @param history with the changes
 * @param valuesAfter what the later assessment was made from
 * @param step what lies between the two, feature by feature; empty unless both are scores
 * @param similarCases that are known of the past; empty if nobody looked or nobody knows
 */
public record WhatIf(
        List<Change> changes,
        AccountHistory history,
        FeatureVector valuesBefore,
        FeatureVector valuesAfter,
        Assessment before,
        Assessment after,
        Optional<ScoreStep> step,
        Optional<PastCases.Count> similarCases) {

    /** Goes with every answer. */
    public static final String NOTE =
            "An association, not a promise: the model has seen such numbers go together, and knows no causes.";

    public WhatIf {
        changes = List.copyOf(changes);
    }

    /**
     * @param changes in the order in which they are supposed to happen, at least one
     * @throws Impossible if one of them cannot be supposed, given the ones before
     */
    public static WhatIf suppose(List<Change> changes, Known known, Method method, PastCases past) {
        if (changes.isEmpty()) {
            throw new Impossible("Nothing was supposed; name at least one change.");
        }
        var supposed = known.history();
        for (Change change : changes) {
            supposed = new Supposition(known.with(supposed), method.catalogue()).with(change);
        }
        var is = State.of(known, method);
        var would = State.of(known.with(supposed), method);
        var before = method.scorer().score(is.values());
        var after = method.scorer().score(would.values());
        boolean areScores = before instanceof Assessment.Score && after instanceof Assessment.Score;
        return new WhatIf(
                changes,
                supposed,
                is.values(),
                would.values(),
                before,
                after,
                areScores ? Optional.of(ScoreStep.between(is, would)) : Optional.empty(),
                past.like(would.values()));
    }
}
