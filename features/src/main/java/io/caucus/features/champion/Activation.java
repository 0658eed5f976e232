package io.caucus.features.champion;

import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Somebody began, or began again: the first buyer action of theirs, or the first after a long silence. */
record Activation(PersonId person, Engagement action) {

    Instant at() {
        return action.time().occurredAt();
    }

    /** By person, each person's oldest first. */
    static List<Activation> of(Activity activity, Duration silence) {
        var activations = new ArrayList<Activation>();
        activity.byPerson().forEach((person, actions) -> {
            var quietSince = Instant.MIN;
            for (Engagement action : actions) {
                var at = action.time().occurredAt();
                if (quietSince.equals(Instant.MIN) || !at.isBefore(quietSince.plus(silence))) {
                    activations.add(new Activation(person, action));
                }
                quietSince = at;
            }
        });
        return activations;
    }
}
