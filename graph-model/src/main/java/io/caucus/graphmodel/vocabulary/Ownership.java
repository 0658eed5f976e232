package io.caucus.graphmodel.vocabulary;

/** Whose a company is, as CRMs tell it. */
public enum Ownership {
    PRIVATE,
    /** Its shares are traded. */
    PUBLIC,
    /** It belongs to another company. */
    SUBSIDIARY,
    OTHER;

    /** Whether investors of a private company have been paid once it is so: it went public or was bought. */
    public boolean isExit() {
        return this == PUBLIC || this == SUBSIDIARY;
    }
}
