package io.caucus.graphmodel.vocabulary;

/** The attributes whose history is kept as dated changes. Stages have their own fact, and so do employments. */
public enum ChangeField {
    /** Text, the source's own word. */
    INDUSTRY,
    /** People employed, a whole number. */
    HEADCOUNT,
    /** A decimal number in the account's own currency. */
    AMOUNT,
    /** The day a close is expected, ISO-8601. */
    CLOSE_DATE,
    /** The key of one of our users. */
    OWNER
}
