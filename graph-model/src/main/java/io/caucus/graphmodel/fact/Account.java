package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A company we sell to or might.
 *
 * @param name empty if sources told of the account, but never a name
 * @param domain its main internet domain, lower case
 * @param time when the record came to be
 * @param stated since when its source is known to have called it so, if that is later: between the two it is assumed. Of several
 *     assumptions about one beginning the one that was stated first holds, since the others were true later
 * @param records those that tell of it: its own, and those that merges made one with it
 */
public record Account(
        AccountId id,
        String name,
        Optional<String> domain,
        FactTime time,
        Optional<Instant> stated,
        SortedSet<AccountId> records)
        implements Fact {

    public Account {
        records = Collections.unmodifiableSortedSet(new TreeSet<>(records));
        if (records.isEmpty()) {
            throw new IllegalArgumentException(
                    "account '%s' is told of by no record, must be by one or more".formatted(id));
        }
    }

    /** Told of by its own record. */
    public Account(AccountId id, String name, Optional<String> domain, FactTime time, Optional<Instant> stated) {
        this(id, name, domain, time, stated, new TreeSet<>(Set.of(id)));
    }

    /** Called so ever since it came to be. */
    public Account(AccountId id, String name, Optional<String> domain, FactTime time) {
        this(id, name, domain, time, Optional.empty());
    }
}
