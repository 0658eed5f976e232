package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A human, whoever employs them. Name and address are personal data: they never enter logs, metrics or keys.
 *
 * @param name empty if sources told of the person, but never a name
 * @param email lower case
 * @param time when the record came to be
 * @param stated as of an {@link Account}
 */
public record Person(PersonId id, String name, Optional<String> email, FactTime time, Optional<Instant> stated)
        implements Fact {

    /** Called so ever since it came to be. */
    public Person(PersonId id, String name, Optional<String> email, FactTime time) {
        this(id, name, email, time, Optional.empty());
    }

    /** Personal data stays out of anything that prints. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
