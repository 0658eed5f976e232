package io.caucus.scoring.explanation;

import io.caucus.features.FeatureVector;
import java.util.Optional;

/** Where a what-if may ask how things went that looked like it. */
@FunctionalInterface
public interface PastCases {

    /** Nobody has looked. */
    PastCases NOT_KNOWN = values -> Optional.empty();

    /**
     * How many cases there were, and how many of them were won within the horizon.
     *
     * @param similar 0 or more
     */
    record Count(int similar, int won) {
        public Count {
            if (similar < 0 || won < 0 || won > similar) {
                throw new IllegalArgumentException(
                        "%d of %d similar cases were won; it must be between none and all".formatted(won, similar));
            }
        }
    }

    /** Empty if it is not known. */
    Optional<Count> like(FeatureVector values);
}
