package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.OpportunityId;
import java.util.Comparator;

/** An opportunity that was lost, and still is as far as was known. */
public record Loss(AccountId account, OpportunityId opportunity) implements Comparable<Loss> {

    private static final Comparator<Loss> ORDER =
            Comparator.comparing(Loss::account).thenComparing(Loss::opportunity);

    @Override
    public int compareTo(Loss other) {
        return ORDER.compare(this, other);
    }
}
