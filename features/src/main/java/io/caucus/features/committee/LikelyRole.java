package io.caucus.features.committee;

import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.RoleSource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How likely it is that somebody holds a role, for example 0.62 for the economic buyer.
 *
 * @param probability in (0, 1)
 * @param logOdds what the strongest sign of each source adds to the prior's log-odds; at least one
 * @param stated whether a human's word decided, not inference
 */
public record LikelyRole(
        PersonId person,
        CommitteeRole role,
        double probability,
        SortedMap<RoleSource, Double> logOdds,
        boolean stated) {

    public LikelyRole {
        logOdds = Collections.unmodifiableSortedMap(new TreeMap<>(logOdds));
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability of '%s' being %s is %s, must lie in (0, 1)".formatted(person, role, probability));
        }
    }
}
