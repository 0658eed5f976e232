package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.vocabulary.NodeLabel;

/** The key of a node: what it is and which one. */
public sealed interface EntityKey permits AccountId, PersonId, UserId, OpportunityId, EngagementId, TicketId {

    int MAX_LENGTH = 200;

    NodeLabel label();

    String value();

    /** The key as evidence cites it. */
    default EntityRef ref() {
        return new EntityRef(label(), value());
    }

    /** Refuses keys that no source can have meant. */
    static void check(String thing, String value) {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "%s key '%s' must have 1 to %d printable characters".formatted(thing, value, MAX_LENGTH));
        }
    }
}
