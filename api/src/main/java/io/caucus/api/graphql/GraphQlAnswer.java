package io.caucus.api.graphql;

import java.util.Map;

/**
 * What is answered.
 *
 * @param body {@code data}, {@code errors} and {@code extensions} as JSON has them
 */
public record GraphQlAnswer(Ending ending, Map<String, Object> body) {

    /** How it went. */
    public enum Ending {
        /** There is data, though perhaps not all. */
        CARRIED_OUT,
        /** The request is at fault; nothing was carried out. */
        REFUSED,
        /** The deadline passed. */
        OUT_OF_TIME
    }
}
