package io.caucus.features.opportunity;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.util.List;

/** The opportunities that are neither won nor lost. One without a stage has only just been created and is open. */
final class OpenOpportunities {

    private OpenOpportunities() {}

    static List<Opportunity> of(AccountHistory history) {
        return history.opportunities().stream()
                .filter(opportunity -> history.stageOf(opportunity.id())
                        .filter(stage -> stage.outcome() != Outcome.OPEN)
                        .isEmpty())
                .toList();
    }

    /** All that was told of an attribute, oldest first; an empty value took it away. */
    static List<FieldChange> told(AccountHistory history, OpportunityId opportunity, ChangeField field) {
        return history.fieldChanges().stream()
                .filter(change -> change.field() == field && change.entity().equals(opportunity.ref()))
                .toList();
    }
}
