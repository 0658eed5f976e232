package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.vocabulary.NodeLabel;

/** An engagement's key; ours, by the rule {@code source:native id}. Prints as itself. */
public record EngagementId(String value) implements EntityKey, Comparable<EngagementId> {

    public EngagementId {
        EntityKey.check("engagement", value);
    }

    @Override
    public NodeLabel label() {
        return NodeLabel.ENGAGEMENT;
    }

    @Override
    public int compareTo(EngagementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
