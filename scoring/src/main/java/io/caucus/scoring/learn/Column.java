package io.caucus.scoring.learn;

import java.util.Optional;

/**
 * What a column of the table means.
 *
 * @param format of dates that are not ISO, as {@link java.time.format.DateTimeFormatter} writes it
 * @param knownAt when its value was known; empty if at the cutoff
 * @param direction 1 if the chance may only rise with it, −1 if it may only fall, 0 if either
 * @param isProtected never an input: what it is illegal or wrong to decide by
 * @param statedFamily the family that the schema puts it in
 */
public record Column(
        String name,
        Type type,
        Role role,
        Optional<String> format,
        Optional<KnownAt> knownAt,
        Owner owner,
        int direction,
        boolean isProtected,
        Optional<String> statedFamily) {

    /** How a cell is read. An empty cell is a missing value in each. */
    public enum Type {
        NUMBER,
        CATEGORY,
        /** An instant; as an input, the days from it to the cutoff. */
        DATE,
        /** yes, true, 1, or no, false, 0. */
        FLAG
    }

    /** What a column is for. */
    public enum Role {
        INPUT,
        ID,
        /** Rows of one group, such as an account, are no independent witnesses. */
        GROUP,
        /** The instant as of which the row is asked about. */
        CUTOFF,
        LABEL,
        /** When the outcome came. */
        OUTCOME_TIME,
        /** An input that is also reported on its own. */
        SEGMENT,
        /** An input, yes where somebody asked for us: whom to miss is worst. Reported on its own. */
        HAND_RAISER,
        /** What is at stake. Never an input. */
        AMOUNT,
        /** What is used today, to compare with. Never an input. */
        RULES_SCORE,
        IGNORED
    }

    /** Who can change the value. */
    public enum Owner {
        BUYER,
        SELLER,
        SYSTEM
    }

    /** When a value was known. */
    public sealed interface KnownAt {
        /** When the row's outcome was: no input can be. */
        record Outcome() implements KnownAt {}

        /** At the instant in another column. */
        record InColumn(String column) implements KnownAt {}
    }

    /** The columns it is told together with: the family stated, or else what stands before a dot in its name. */
    public Optional<String> family() {
        int dot = name.indexOf('.');
        return statedFamily.or(() -> dot > 0 ? Optional.of(name.substring(0, dot)) : Optional.empty());
    }

    /** Whether a model may see it, leaks aside. */
    public boolean isInput() {
        return (role == Role.INPUT || role == Role.SEGMENT || role == Role.HAND_RAISER) && !isProtected;
    }
}
