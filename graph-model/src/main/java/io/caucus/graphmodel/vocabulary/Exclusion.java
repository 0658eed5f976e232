package io.caucus.graphmodel.vocabulary;

/** Why an engagement is kept but not counted. */
public enum Exclusion {
    BULK_MAIL,
    AUTO_REPLY,
    BOT_OPEN,
    /** More than fifty people were addressed. */
    TOO_MANY_RECIPIENTS,
    /** Planned, cancelled or missed: it did not take place. */
    NOT_HELD
}
