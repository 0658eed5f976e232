package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.AccountId;
import java.time.Instant;
import java.util.Comparator;

/**
 * An account went public or was bought by another company.
 *
 * @param at when it did so for the first time, as far as is known
 */
public record Exit(AccountId account, Instant at) implements Comparable<Exit> {

    private static final Comparator<Exit> ORDER =
            Comparator.comparing(Exit::account).thenComparing(Exit::at);

    @Override
    public int compareTo(Exit other) {
        return ORDER.compare(this, other);
    }
}
