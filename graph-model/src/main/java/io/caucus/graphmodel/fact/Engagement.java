package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One dated event with people and an actor side. Metadata only: what was said is never kept.
 *
 * @param performedBy the people of the buyer's side who acted; empty when the seller acted
 * @param addressedTo the people of the buyer's side whom the action reached: recipients, invitees, copied
 * @param users our own people who acted or were there
 * @param excluded why the engagement is kept but not counted
 */
public record Engagement(
        EngagementId id,
        AccountId account,
        EngagementKind kind,
        ActorSide side,
        List<PersonId> performedBy,
        List<PersonId> addressedTo,
        List<UserId> users,
        Optional<Exclusion> excluded,
        FactTime time)
        implements Fact {

    /** Threads with more recipients than this are announcements, not conversations. */
    public static final int MOST_RECIPIENTS = 50;

    public Engagement {
        performedBy = distinctSorted(performedBy);
        addressedTo = distinctSorted(addressedTo);
        users = distinctSorted(users);
        if ((side == ActorSide.BUYER) == performedBy.isEmpty()) {
            throw new IllegalArgumentException(
                    "engagement '%s' has side %s and was performed by %s; a buyer's needs at least one person, a seller's none"
                            .formatted(id, side, performedBy));
        }
        if (excluded.isEmpty() && addressedTo.size() > MOST_RECIPIENTS) {
            excluded = Optional.of(Exclusion.TOO_MANY_RECIPIENTS);
        }
    }

    /** Whether this is something a buyer did that counts as engagement. */
    public boolean isBuyerAction() {
        return side == ActorSide.BUYER && excluded.isEmpty();
    }

    private static <T extends Comparable<T>> List<T> distinctSorted(Collection<T> ids) {
        return ids.stream().distinct().sorted().toList();
    }
}
