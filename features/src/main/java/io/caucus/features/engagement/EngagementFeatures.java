package io.caucus.features.engagement;

import io.caucus.features.Feature;
import java.util.List;

/** The engagement family. */
public final class EngagementFeatures {

    private EngagementFeatures() {}

    public static List<Feature> all(EngagementParameters parameters) {
        return List.of(new DaysSinceLast(), new Momentum(parameters), new Bursts(parameters), new State(parameters));
    }
}
