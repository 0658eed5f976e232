package io.caucus.features;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a number means, said once and read by computing, explaining, serving and the documentation.
 *
 * @param id stable and dotted: {@code family.name}
 * @param title what people call it
 * @param meaning one sentence, exact enough to recompute the value by hand
 * @param window how far back it looks, {@code (asOf − window, asOf]}; empty for all of the history
 * @param whenMissing in which case there is no value; a missing value is never 0
 * @param actors whose actions it reads
 * @param parameters the components it reads of its family's record among {@link Parameters}
 */
public record FeatureDefinition(
        String id,
        String title,
        String meaning,
        Unit unit,
        Optional<Duration> window,
        String whenMissing,
        Actors actors,
        List<String> parameters)
        implements Comparable<FeatureDefinition> {

    private static final Pattern ID = Pattern.compile("[a-z]+\\.[a-z][a-z0-9_]*");

    /** What one step of the value is. */
    public enum Unit {
        PEOPLE,
        COUNT,
        /** In [0, 1]. */
        RATIO,
        /** A quotient of two rates or amounts; 1 means no change. */
        RATE_RATIO,
        DAYS,
        HOURS,
        /** Actions, each as heavy as its kind and lighter with age. */
        WEIGHTED_ACTIONS,
        /** Paths through people and companies, each lighter with age or length. */
        WEIGHTED_PATHS,
        /** How likely chance alone would make it so, in (0, 1]. */
        CHANCE,
        /** How many equally common kinds would show the same variety. */
        EFFECTIVE_NUMBER,
        /** Expected number of activations explained. */
        CREDIT,
        /** Share of peers below, in [0, 1]. */
        PERCENTILE,
        /** 1 for yes, 0 for no. */
        FLAG,
        CATEGORY
    }

    /** Whose actions a value rests on. What we do alone never changes one that rests on the buyer's or nobody's. */
    public enum Actors {
        BUYER,
        SELLER,
        BOTH,
        /** What is recorded, not what anybody did. */
        NOBODY
    }

    public FeatureDefinition {
        parameters = List.copyOf(parameters);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("feature id '%s' must look like family.name".formatted(id));
        }
    }

    /** The part of the id before the dot. */
    public String family() {
        return family(id);
    }

    /**
     * Whether a model may read the feature. What tells of the record alone is none of a model's business: records of accounts that
     * bought are fuller because they bought.
     */
    public static boolean mayBeInput(String id) {
        return !family(id).equals("record");
    }

    private static String family(String id) {
        return id.substring(0, id.indexOf('.'));
    }

    @Override
    public int compareTo(FeatureDefinition other) {
        return id.compareTo(other.id);
    }
}
