package io.caucus.api.graphql;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a program may go by when a request fails; stable, unlike messages. */
public enum ErrorCode {
    /** Nobody we know asked. */
    UNAUTHENTICATED,
    /** The one who asked may not. */
    FORBIDDEN,
    /** There is no such thing as of the instant. */
    NOT_FOUND,
    /** An argument or the request itself breaks a rule; the message tells which. */
    BAD_USER_INPUT,
    /** The document is no GraphQL. */
    GRAPHQL_PARSE_FAILED,
    /** The document does not fit the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** This kind of operation cannot be sent this way. */
    OPERATION_NOT_ALLOWED,
    /** The document is larger or deeper than is answered. */
    TOO_COMPLEX,
    /** The answer took too long; ask for less at once. */
    TIMEOUT,
    /** The database cannot be reached; try again. */
    UNAVAILABLE,
    /** A fault of ours; the request id leads to it. */
    INTERNAL;

    public Map<String, Object> asExtensions(String requestId) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", name());
        extensions.put("requestId", requestId);
        return extensions;
    }
}
