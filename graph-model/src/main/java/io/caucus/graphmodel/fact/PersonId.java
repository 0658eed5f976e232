package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.vocabulary.NodeLabel;

/** A person's key. It never holds personal data, so it may be logged; ours, by the rule {@code source:native id}. Prints as itself. */
public record PersonId(String value) implements EntityKey, Comparable<PersonId> {

    public PersonId {
        EntityKey.check("person", value);
    }

    @Override
    public NodeLabel label() {
        return NodeLabel.PERSON;
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
