package io.caucus.features.opportunity;

import io.caucus.features.EvidenceItem.ValueChanged;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;

/** Two values of an opportunity's attribute as evidence. */
final class ValueChanges {

    private ValueChanges() {}

    static ValueChanged item(FieldChange before, FieldChange after) {
        return new ValueChanged(
                new OpportunityId(after.entity().key()),
                after.field(),
                before.value(),
                after.value(),
                after.time().occurredAt());
    }
}
