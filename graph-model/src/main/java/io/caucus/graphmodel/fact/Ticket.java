package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import java.util.Optional;

/**
 * A support request.
 *
 * @param priority the source's own word
 * @param time when it was opened
 * @param closed when it was closed
 */
public record Ticket(
        TicketId id,
        Optional<AccountId> account,
        Optional<PersonId> raisedBy,
        Optional<String> priority,
        FactTime time,
        Optional<FactTime> closed)
        implements Fact {

    /** As known by an instant: without a close that cannot be seen yet. */
    public Ticket asKnown(AsOf asOf) {
        return closed.filter(end -> !asOf.sees(end)).isEmpty()
                ? this
                : new Ticket(id, account, raisedBy, priority, time, Optional.empty());
    }
}
