package io.caucus.features.record;

import io.caucus.features.Feature;
import java.util.List;

/** The record family. None of it is ever an input of a model. */
public final class RecordFeatures {

    private RecordFeatures() {}

    public static List<Feature> all(RecordParameters parameters) {
        return List.of(new Completeness(parameters), new Staleness(), new SourceCount(), new MergedFrom());
    }
}
