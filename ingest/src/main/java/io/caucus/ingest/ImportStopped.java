package io.caucus.ingest;

/** An import that ended early because it was asked to. Whole chunks were written; the message says how to go on. */
public final class ImportStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportStopped(String message) {
        super(message);
    }
}
