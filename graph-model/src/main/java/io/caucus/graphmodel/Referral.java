package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import java.util.Comparator;

/**
 * Somebody referred us to an account, or to an opportunity of its.
 *
 * @param by another account, a person or a partner
 */
public record Referral(EntityRef by, AccountId account) implements Comparable<Referral> {

    private static final Comparator<Referral> ORDER =
            Comparator.comparing(Referral::by).thenComparing(Referral::account);

    @Override
    public int compareTo(Referral other) {
        return ORDER.compare(this, other);
    }
}
