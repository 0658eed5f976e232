package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;

/**
 * An attribute of an account, person, opportunity or user took a value. A source that tells one attribute at a time, as webhooks
 * do, tells names and addresses this way, too.
 *
 * @param entity what it is an attribute of
 * @param value as text, in the form its {@link ChangeField} says; empty if the attribute was taken away
 */
public record FieldChange(EntityRef entity, ChangeField field, String value, FactTime time) implements Fact {

    public FieldChange {
        if (!field.appliesTo(entity.label())) {
            throw new IllegalArgumentException("field %s of %s cannot change; the fields of %s that can are %s"
                    .formatted(field, entity, entity.label().inCypher(), ChangeField.of(entity.label())));
        }
    }

    /**
     * The key of its node: an attribute takes one value at most once at one instant.
     *
     * @throws IllegalStateException if the field is identifying: names and addresses have no node, and enter no key
     */
    public String key() {
        if (field.isIdentifying()) {
            throw new IllegalStateException(
                    "field %s of %s has no key; it is kept with the tellings of %s".formatted(field, entity, entity));
        }
        return "%s|%s|%s|%s".formatted(entity, field, time.occurredAt(), value);
    }

    /** Personal data stays out of anything that prints. */
    @Override
    public String toString() {
        return "FieldChange[%s, %s, %s, %s]".formatted(entity, field, field.isIdentifying() ? "…" : value, time);
    }
}
