package io.caucus.features.propagation;

/**
 * κ: how much more likely a cause is if the two people are named together. Where both directions name them the larger odds count.
 *
 * @param unnamed of an action that did not reach the one who responds; 0 where only what reached somebody can have moved them
 * @param addressed of an action that reached the one who responds
 * @param answered of an action whose actor the response itself reaches; 1 to be blind to that
 */
public record Odds(double unnamed, double addressed, double answered) {

    public Odds {
        if (!(unnamed >= 0) || !(addressed > 0) || !(answered > 0)) {
            throw new IllegalArgumentException(
                    "odds are %s unnamed, %s addressed, %s answered; the first must not be negative, the others positive"
                            .formatted(unnamed, addressed, answered));
        }
    }

    /** The same, blind to whom a response reaches. */
    public Odds blind() {
        return withAnswered(1);
    }

    public Odds withAnswered(double odds) {
        return new Odds(unnamed, addressed, odds);
    }

    public Odds withAddressed(double odds) {
        return new Odds(unnamed, odds, answered);
    }

    /** The same in either direction, and 1 without. */
    public static Odds either(double named) {
        return new Odds(1, named, named);
    }

    /** Of an action, before it is known whom a response reaches. */
    double of(boolean isAddressed) {
        return isAddressed ? addressed : unnamed;
    }

    double of(boolean isAddressed, boolean isAnswered) {
        double before = of(isAddressed);
        return isAnswered && before > 0 ? Math.max(before, answered) : before;
    }
}
