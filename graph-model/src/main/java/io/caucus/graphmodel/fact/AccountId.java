package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.vocabulary.NodeLabel;

/** An account's key; ours, by the rule {@code source:native id}. Prints as itself. */
public record AccountId(String value) implements EntityKey, Comparable<AccountId> {

    public AccountId {
        EntityKey.check("account", value);
    }

    /** The source whose record it is. */
    public String source() {
        return value.split(":", 2)[0];
    }

    @Override
    public NodeLabel label() {
        return NodeLabel.ACCOUNT;
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
