package io.caucus.scoring;

import io.caucus.features.FeatureVector;
import java.util.SortedSet;

/** Scores one account from its numbers alone: the same numbers always give the same bits. */
public interface AccountScorer {

    /** Changes whenever any constant of the model does. */
    String version();

    /** The features it reads. */
    SortedSet<String> inputs();

    /** @throws IllegalArgumentException if an input is absent from the vector or of another kind than the model expects */
    Assessment score(FeatureVector values);
}
