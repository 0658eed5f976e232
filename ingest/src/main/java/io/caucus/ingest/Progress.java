package io.caucus.ingest;

/** Hears how far an import has come; called from the importing thread, after each chunk. */
@FunctionalInterface
public interface Progress {

    Progress NONE = report -> {};

    /** What an import is doing: first it looks for dates, then it imports. */
    enum Phase {
        LOOKING_FOR_DATES,
        IMPORTING
    }

    /**
     * @param rows rows of this file read in this phase
     * @param bytesRead bytes read since the import began, all files and both phases; never more than {@code totalBytes}
     * @param totalBytes bytes that will have been read when the import ends
     */
    record Report(Phase phase, String file, long rows, long bytesRead, long totalBytes) {}

    void reached(Report report);

    /** How an import begins that does not begin as usual, in a sentence: where it goes on, or why it cannot. */
    default void began(String how) {}
}
