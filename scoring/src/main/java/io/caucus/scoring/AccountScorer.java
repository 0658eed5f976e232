package io.caucus.scoring;

import io.caucus.features.FeatureVector;
import java.util.OptionalDouble;
import java.util.SortedSet;

/** Scores one account from its numbers alone: the same numbers always give the same bits. */
public interface AccountScorer {

    /** Changes whenever any constant of the model does. */
    String version();

    /** The features it reads, whether it weighs them or only asks whether there is enough to go by. */
    SortedSet<String> inputs();

    /** The names it gives to heights. */
    Bands bands();

    /** @throws IllegalArgumentException if an input is absent from the vector or of another kind than the model expects */
    Assessment score(FeatureVector values);

    /**
     * What the numbers add up to, even where {@link #score} calls them too little to go by: a state on the way from one score to
     * another, never shown as a score.
     *
     * @throws IllegalArgumentException as {@link #score}
     */
    Assessment.Score addUp(FeatureVector values);

    /**
     * The chance alone, which may be had for less than its reasons; empty where there is too little to go by.
     *
     * @throws IllegalArgumentException as {@link #score}
     */
    default OptionalDouble chance(FeatureVector values) {
        return switch (score(values)) {
            case Assessment.Score score -> OptionalDouble.of(score.probability());
            case Assessment.NoScore blank -> OptionalDouble.empty();
        };
    }
}
