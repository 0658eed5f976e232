package io.caucus.ingest;

/** Something odd about rows that is no reason to reject them; it is kept as written. */
public enum FindingCode {
    /** The value is none of those the export itself, or the profile, lists. */
    UNLISTED_VALUE,
    /** A deal counts as closed although its close date lies after the export. */
    CLOSES_AFTER_EXPORT,
    /** A record was closed, by its dates, before it was created. */
    CLOSED_BEFORE_CREATED,
    /** No role of a committee is called so: the role is told as unknown. */
    UNKNOWN_ROLE,
    /** The row says nothing the graph keeps, or something another record says; nothing of it is told. */
    NOTHING_TOLD,
    /** Only the beginning of a long text was read for signals. */
    WORDS_CUT,
    /** The words could not be read for signals; the next import of the row reads them. */
    WORDS_NOT_READ,
    /** Part of what an extractor answered cannot be true and was dropped. */
    SIGNAL_DROPPED
}
