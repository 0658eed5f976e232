package io.caucus.world;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.FactTime;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who works at an account, or did.
 *
 * @param hired when the job began, and when that was known
 * @param earlier a job at another account of the world, which has ended
 */
record Member(Person person, Job job, FactTime hired, Optional<FactTime> left, Optional<Employment> earlier) {

    PersonId id() {
        return person.id();
    }

    /** The same person in the same job at another account. */
    Member movedOn(FactTime joined) {
        return new Member(person, job, joined, Optional.empty(), Optional.empty());
    }

    boolean isThere(Instant instant) {
        return !hired.visibleFrom().isAfter(instant)
                && left.filter(leaving -> !instant.isBefore(leaving.occurredAt()))
                        .isEmpty();
    }

    Employment employmentAt(AccountId account) {
        return new Employment(person.id(), account, job.title(), job.function(), job.seniority(), hired, left);
    }
}
