package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * An opportunity entered a stage.
 *
 * @param stage the source's own name for the stage
 * @param outcome what being in this stage means: still open, won, lost
 */
public record StageChange(OpportunityId opportunity, String stage, Outcome outcome, FactTime time) implements Fact {

    /** Being put into the same stage again enters nothing: of one opportunity's changes, oldest first, those that lead elsewhere. */
    public static List<StageChange> entries(List<StageChange> oldestFirst) {
        var entries = new ArrayList<StageChange>();
        for (StageChange change : oldestFirst) {
            if (entries.isEmpty() || !entries.getLast().stage().equals(change.stage())) {
                entries.add(change);
            }
        }
        return entries;
    }

    /** The key of its node: an opportunity enters a stage at most once at one instant. */
    public String key() {
        return "%s|%s|%s".formatted(opportunity, stage, time.occurredAt());
    }
}
