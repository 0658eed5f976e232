package io.caucus.scoring.learn;

import java.util.Locale;

/**
 * A column that seems to know the outcome.
 *
 * @param evidence what was seen, with its figures
 * @param isWaived whether the schema vouches for it by name
 */
public record Leak(String column, Rule rule, String evidence, boolean isWaived) {

    /** How it gave itself away. */
    public enum Rule {
        /** Its value is known only after the cutoff. */
        KNOWN_LATER,
        /** It is filled, or empty, only where the outcome is one and the same. */
        ONE_OUTCOME,
        /** Whether it is filled multiplies the odds of success as nothing does that is known beforehand. */
        FILLED_TELLS,
        /** The date in it is that on which the outcome came. */
        OUTCOME_DATE,
        /** Alone, it sorts the outcomes almost without fault. */
        ALONE_TOO_GOOD,
        /** The trees use hardly anything else. */
        MOST_OF_THE_GAIN
    }

    @Override
    public String toString() {
        return "%s: %s (%s)%s"
                .formatted(column, evidence, rule.name().toLowerCase(Locale.ROOT), isWaived ? ", waived" : "");
    }
}
