package io.caucus.features.support;

import io.caucus.features.Feature;
import java.util.List;

/** The support family. */
public final class SupportFeatures {

    private SupportFeatures() {}

    public static List<Feature> all(SupportParameters parameters) {
        return List.of(new OpenTickets(), new FirstResponse(parameters), new Escalations(parameters));
    }
}
