package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.OpportunityId;
import java.time.Instant;
import java.util.Comparator;

/**
 * An opportunity that was won and, as far as is known, still is.
 *
 * @param at since when it rests in the stage that means won
 */
public record Win(AccountId account, OpportunityId opportunity, Instant at) implements Comparable<Win> {

    private static final Comparator<Win> ORDER =
            Comparator.comparing(Win::account).thenComparing(Win::at).thenComparing(Win::opportunity);

    @Override
    public int compareTo(Win other) {
        return ORDER.compare(this, other);
    }
}
