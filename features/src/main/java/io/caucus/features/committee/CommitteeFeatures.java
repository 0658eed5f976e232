package io.caucus.features.committee;

import io.caucus.features.Feature;
import java.util.List;

/** The committee family. */
public final class CommitteeFeatures {

    private CommitteeFeatures() {}

    public static List<Feature> all(CommitteeParameters parameters) {
        return List.of(
                new Breadth(parameters),
                new FunctionDiversity(parameters),
                new FamiliesCovered(parameters),
                new Completeness(parameters),
                new Cohesion(parameters),
                new SinglePointOfFailure(parameters));
    }
}
