package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;

/**
 * An attribute of an account or opportunity took a value.
 *
 * @param entity the account or opportunity
 * @param value as text, in the form its {@link ChangeField} says
 */
public record FieldChange(EntityRef entity, ChangeField field, String value, FactTime time) implements Fact {

    public FieldChange {
        switch (entity.label()) {
            case ACCOUNT, OPPORTUNITY -> {}
            default ->
                throw new IllegalArgumentException(
                        "field %s of %s cannot change; only accounts and opportunities have field histories"
                                .formatted(field, entity));
        }
    }

    /** The key of its node: an attribute takes one value at most once at one instant. */
    public String key() {
        return "%s|%s|%s|%s".formatted(entity, field, time.occurredAt(), value);
    }
}
