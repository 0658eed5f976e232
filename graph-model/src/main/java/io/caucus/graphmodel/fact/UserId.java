package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.vocabulary.NodeLabel;

/** The key of one of our own people; ours, by the rule {@code source:native id}. Prints as itself. */
public record UserId(String value) implements EntityKey, Comparable<UserId> {

    public UserId {
        EntityKey.check("user", value);
    }

    @Override
    public NodeLabel label() {
        return NodeLabel.USER;
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
