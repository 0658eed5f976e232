package io.caucus.ingest.stream;

/** The broker does not answer, refuses us, or has no such topic. The message says which, and what to do. */
public final class StreamUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StreamUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
