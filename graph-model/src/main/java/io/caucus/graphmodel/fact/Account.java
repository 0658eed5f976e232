package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A company we sell to or might.
 *
 * @param name empty if sources told of the account, but never a name
 * @param domain its main internet domain, lower case
 * @param time when the record came to be
 * @param stated since when its source is known to have called it so, if that is later: between the two it is assumed. Of several
 *     assumptions about one beginning the one that was stated first holds, since the others were true later
 */
public record Account(AccountId id, String name, Optional<String> domain, FactTime time, Optional<Instant> stated)
        implements Fact {

    /** Called so ever since it came to be. */
    public Account(AccountId id, String name, Optional<String> domain, FactTime time) {
        this(id, name, domain, time, Optional.empty());
    }
}
