package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import java.util.Optional;

/**
 * A support request.
 *
 * @param priority the source's own word
 * @param time when it was opened
 * @param answered when one of us first answered, as the system that keeps the requests tells it
 * @param closed when it was closed
 */
public record Ticket(
        TicketId id,
        Optional<AccountId> account,
        Optional<PersonId> raisedBy,
        Optional<String> priority,
        FactTime time,
        Optional<FactTime> answered,
        Optional<FactTime> closed)
        implements Fact {

    /** As known by an instant: without an answer or a close that cannot be seen yet. */
    public Ticket asKnown(AsOf asOf) {
        return new Ticket(
                id, account, raisedBy, priority, time, answered.filter(asOf::sees), closed.filter(asOf::sees));
    }

    /** The last thing that is known of it: that it was closed, else that it was answered. */
    public Optional<FactTime> last() {
        return closed.or(() -> answered);
    }
}
