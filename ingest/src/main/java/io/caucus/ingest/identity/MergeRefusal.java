package io.caucus.ingest.identity;

/** Why a decision about two records cannot be carried out. */
public enum MergeRefusal {
    /** No source told of a record with this key. */
    NOT_FOUND,
    /** A person and an account have this key, or more than one record; say which. */
    AMBIGUOUS,
    /** One is a person, the other an account. */
    DIFFERENT_KINDS,
    /** Both are the same record. */
    SAME_RECORD,
    /** They are one already. */
    ALREADY_MERGED,
    /** No merge joins these two directly. */
    NOT_MERGED,
    /** The key was used for another decision. */
    IDEMPOTENCY_KEY_USED
}
