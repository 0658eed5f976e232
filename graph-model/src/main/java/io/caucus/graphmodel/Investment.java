package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import java.time.Instant;
import java.util.Comparator;

/** Somebody invested in an account, whether they still hold their share or not. */
public record Investment(EntityRef investor, AccountId account, Instant at) implements Comparable<Investment> {

    private static final Comparator<Investment> ORDER = Comparator.comparing(Investment::investor)
            .thenComparing(Investment::account)
            .thenComparing(Investment::at);

    @Override
    public int compareTo(Investment other) {
        return ORDER.compare(this, other);
    }
}
