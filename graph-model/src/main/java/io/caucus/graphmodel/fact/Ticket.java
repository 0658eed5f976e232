package io.caucus.graphmodel.fact;

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
        implements Fact {}
