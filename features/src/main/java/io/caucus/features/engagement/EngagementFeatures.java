package io.caucus.features.engagement;

import io.caucus.features.Feature;
import io.caucus.features.activity.Activity;
import java.util.List;
import java.util.Optional;

/** The engagement family. */
public final class EngagementFeatures {

    private EngagementFeatures() {}

    public static List<Feature> all(EngagementParameters parameters) {
        return List.of(new DaysSinceLast(), new Momentum(parameters), new Bursts(parameters), new State(parameters));
    }

    /** The state of engagement, as {@code engagement.state} gives it; empty if nobody employed at the account ever acted. */
    public static Optional<EngagementState> findState(Activity activity, EngagementParameters parameters) {
        return activity.actions().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new State(parameters).state(activity, activity.history().asOf()));
    }
}
