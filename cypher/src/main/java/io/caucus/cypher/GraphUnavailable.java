package io.caucus.cypher;

/**
 * The database cannot be reached, or did not answer in time. Nothing was written, unless the answer to a write was lost; as
 * writes take effect once, they may simply be repeated.
 */
public final class GraphUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GraphUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
