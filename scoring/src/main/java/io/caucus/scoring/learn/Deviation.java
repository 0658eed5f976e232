package io.caucus.scoring.learn;

/** In what a row differs from all that a model was trained on. */
public sealed interface Deviation {

    /** The column that is unlike training. */
    String column();

    /** Whether training had nothing of the kind, rather than little. */
    default boolean isUnseen() {
        return switch (this) {
            case Far far -> false;
            case Unseen unseen -> true;
            case UnseenGap gap -> true;
        };
    }

    /**
     * A number or date far from the training mean.
     *
     * @param deviations how many standard deviations above it; negative if below
     */
    record Far(String column, double deviations) implements Deviation {}

    /** A word that training never saw, or another value where training saw only one. */
    record Unseen(String column, String value) implements Deviation {}

    /** No value, which training never saw. */
    record UnseenGap(String column) implements Deviation {}
}
