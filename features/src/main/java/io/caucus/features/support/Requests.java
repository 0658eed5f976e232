package io.caucus.features.support;

import io.caucus.features.EvidenceItem.SupportRequest;
import io.caucus.graphmodel.fact.Ticket;
import java.time.Duration;

/** Tickets as evidence, and how long they waited. */
final class Requests {

    private Requests() {}

    static SupportRequest item(Ticket ticket) {
        return new SupportRequest(
                ticket.id(),
                ticket.priority(),
                ticket.time().occurredAt(),
                ticket.answered().map(answer -> waited(ticket)));
    }

    /** From opening to the first answer; an answer that is dated before the request took no time. */
    static Duration waited(Ticket ticket) {
        var answer = ticket.answered().orElseThrow();
        var waited = Duration.between(ticket.time().occurredAt(), answer.occurredAt());
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
