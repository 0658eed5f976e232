package io.caucus.localneo4j;

import org.jspecify.annotations.Nullable;

/** The server cannot be had. The message names what stands in the way, the rule it breaks, and what to do next. */
public final class LocalNeo4jException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Problem {
        /** Another program listens on the port that was asked for. */
        PORT_TAKEN,
        /** A server that is not ours to join has the store files open. */
        FOLDER_LOCKED,
        /** Another of our processes has been starting or stopping the server on this folder for too long. */
        FOLDER_BUSY,
        FOLDER_NOT_WRITABLE,
        DISK_NEARLY_FULL,
        /** The Java that would run the server is older than the server needs, or not there. */
        JAVA_TOO_OLD,
        /** The server's jars are not where they were said to be. */
        LIBRARIES_MISSING,
        /** There is a database, and nobody knows its password any more. */
        PASSWORD_MISSING,
        DIED_DURING_START,
        /** The server runs and does not answer in time. */
        NOT_ANSWERING,
        /** The thread that waited for the server was told to stop waiting. */
        INTERRUPTED
    }

    private final Problem problem;

    LocalNeo4jException(Problem problem, String message) {
        this(problem, message, null);
    }

    LocalNeo4jException(Problem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
