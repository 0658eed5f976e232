package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.Outcome;

/**
 * An opportunity entered a stage.
 *
 * @param stage the source's own name for the stage
 * @param outcome what being in this stage means: still open, won, lost
 */
public record StageChange(OpportunityId opportunity, String stage, Outcome outcome, FactTime time) implements Fact {

    /** The key of its node: an opportunity enters a stage at most once at one instant. */
    public String key() {
        return "%s|%s|%s".formatted(opportunity, stage, time.occurredAt());
    }
}
