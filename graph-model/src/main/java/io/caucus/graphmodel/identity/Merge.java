package io.caucus.graphmodel.identity;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Optional;

/**
 * The decision that two records are one person or account. It holds from when it was decided until it is undone; what is undone stays
 * on record.
 *
 * @param one the record with the smaller key, whichever was named first
 * @param undone the decision that parted them again
 */
public record Merge(EntityRef one, EntityRef other, Grounds grounds, Decision decided, Optional<Decision> undone) {

    public Merge {
        if (one.label() != other.label() || !isMergeable(one.label())) {
            throw new IllegalArgumentException(
                    "%s and %s cannot be one; two people can, and two accounts".formatted(one, other));
        }
        if (one.equals(other)) {
            throw new IllegalArgumentException("%s is already itself".formatted(one));
        }
        if (one.compareTo(other) > 0) {
            var larger = one;
            one = other;
            other = larger;
        }
    }

    public static boolean isMergeable(NodeLabel label) {
        return label == NodeLabel.PERSON || label == NodeLabel.ACCOUNT;
    }

    public Merge undoneBy(Decision decision) {
        return new Merge(one, other, grounds, decided, Optional.of(decision));
    }

    public boolean joins(EntityRef record, EntityRef same) {
        return (one.equals(record) && other.equals(same)) || (one.equals(same) && other.equals(record));
    }

    /** Whether it had been decided by the instant and not been undone. */
    public boolean standsAt(AsOf asOf) {
        return !decided.at().isAfter(asOf.instant())
                && undone.filter(end -> !end.at().isAfter(asOf.instant())).isEmpty();
    }
}
