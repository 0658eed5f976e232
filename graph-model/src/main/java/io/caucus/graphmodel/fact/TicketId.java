package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.vocabulary.NodeLabel;

/** A support ticket's key; ours, by the rule {@code source:native id}. Prints as itself. */
public record TicketId(String value) implements EntityKey, Comparable<TicketId> {

    public TicketId {
        EntityKey.check("ticket", value);
    }

    @Override
    public NodeLabel label() {
        return NodeLabel.TICKET;
    }

    @Override
    public int compareTo(TicketId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
