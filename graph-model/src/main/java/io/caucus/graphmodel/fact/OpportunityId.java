package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.vocabulary.NodeLabel;

/** An opportunity's key; ours, by the rule {@code source:native id}. Prints as itself. */
public record OpportunityId(String value) implements EntityKey, Comparable<OpportunityId> {

    public OpportunityId {
        EntityKey.check("opportunity", value);
    }

    @Override
    public NodeLabel label() {
        return NodeLabel.OPPORTUNITY;
    }

    @Override
    public int compareTo(OpportunityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
