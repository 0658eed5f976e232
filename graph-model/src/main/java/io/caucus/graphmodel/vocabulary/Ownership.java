package io.caucus.graphmodel.vocabulary;

/** Whose a company is, as CRMs tell it. */
public enum Ownership {
    PRIVATE,
    /** Its shares are traded. */
    PUBLIC,
    /** It belongs to another company. */
    SUBSIDIARY,
    OTHER;

    /** Whether a company that is told to be so went public or was bought, so that those who invested in it were paid; an empty word tells nothing. */
    public static boolean isExit(String word) {
        return word.equals(PUBLIC.name()) || word.equals(SUBSIDIARY.name());
    }
}
