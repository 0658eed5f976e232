package io.caucus.features.opportunity;

import io.caucus.features.EvidenceItem.ValueChanged;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.util.List;

/** The values that an opportunity's attribute took. */
final class ValueChanges {

    private ValueChanges() {}

    /** All that was told of an attribute, oldest first; an empty value took it away. */
    static List<FieldChange> told(AccountHistory history, OpportunityId opportunity, ChangeField field) {
        return history.fieldChanges().stream()
                .filter(change -> change.field() == field && change.entity().equals(opportunity.ref()))
                .toList();
    }

    /** Two of them as evidence. */
    static ValueChanged item(FieldChange before, FieldChange after) {
        return new ValueChanged(
                new OpportunityId(after.entity().key()),
                after.field(),
                before.value(),
                after.value(),
                after.time().occurredAt());
    }
}
