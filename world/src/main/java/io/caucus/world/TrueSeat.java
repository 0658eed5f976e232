package io.caucus.world;

import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.time.Instant;
import java.util.Optional;

/**
 * Who really sits where on the committee of an account's newest deal.
 *
 * @param until the day the holder left the account
 * @param stated whom the CRM has in the seat; empty if it has nobody
 */
public record TrueSeat(
        CommitteeRole role,
        PersonId holder,
        Instant since,
        Optional<Instant> until,
        Showing showing,
        Optional<PersonId> stated) {

    /** How much the CRM knows of a seat. */
    public enum Showing {
        STATED,
        /** Only title and behaviour can tell. */
        UNSTATED,
        /** The CRM has another person in the seat. */
        MISTAKEN
    }
}
