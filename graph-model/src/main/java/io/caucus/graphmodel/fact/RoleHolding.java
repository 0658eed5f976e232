package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.RoleSource;
import java.util.Optional;

/**
 * A person holds a committee role on an opportunity.
 *
 * @param confidence how sure the source is when it says so, in (0, 1]
 * @param time when the holding began
 * @param ended when it ended
 */
public record RoleHolding(
        PersonId person,
        OpportunityId opportunity,
        CommitteeRole role,
        RoleSource source,
        double confidence,
        FactTime time,
        Optional<FactTime> ended)
        implements Fact {

    public RoleHolding {
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "confidence of role %s of '%s' is %s, must lie in (0, 1]".formatted(role, person, confidence));
        }
    }

    /** As known by an instant: without an end that cannot be seen yet. */
    public RoleHolding asKnown(AsOf asOf) {
        return ended.filter(end -> !asOf.sees(end)).isEmpty()
                ? this
                : new RoleHolding(person, opportunity, role, source, confidence, time, Optional.empty());
    }

    public boolean holdsAt(AsOf asOf) {
        return asOf.sees(time)
                && ended.filter(end -> asOf.sees(end) && asOf.instant().isAfter(end.occurredAt()))
                        .isEmpty();
    }
}
