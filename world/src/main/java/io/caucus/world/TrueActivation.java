package io.caucus.world;

import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Somebody became active: acted for the first time, or for the first time in 42 days or more.
 *
 * @param recordedAs the engagement; empty if it is not on record
 * @param triggeredBy whose forward they followed; empty if they acted of their own accord
 */
public record TrueActivation(
        PersonId person, Instant at, Optional<EngagementId> recordedAs, Optional<PersonId> triggeredBy) {

    private static final Duration SILENCE = Duration.ofDays(42);

    /** Oldest first. */
    static List<TrueActivation> of(Life life) {
        var last = new HashMap<PersonId, Instant>();
        var activations = new ArrayList<TrueActivation>();
        for (Life.Act act : life.acts()) {
            var person = act.member().id();
            var before = Optional.ofNullable(last.put(person, act.at()));
            if (before.filter(earlier -> act.at().isBefore(earlier.plus(SILENCE)))
                    .isEmpty()) {
                activations.add(new TrueActivation(
                        person, act.at(), act.record(), act.movedBy().map(Member::id)));
            }
        }
        return activations;
    }
}
