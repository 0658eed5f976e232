package io.caucus.graphmodel.identity;

import java.time.Instant;

/**
 * Who decided something about an identity, when and why.
 *
 * @param by who, as security knows them; never personal data
 * @param reason in the words of whoever decided
 * @param idempotencyKey chosen by whoever decided: the same decision sent again takes effect once
 */
public record Decision(Instant at, String by, String reason, String idempotencyKey) {

    private static final int MOST_CHARACTERS = 500;

    public Decision {
        check("reason", reason);
        check("idempotencyKey", idempotencyKey);
    }

    /** Refuses what neither a reason nor a key can be. */
    public static void check(String part, String text) {
        if (text.isBlank() || text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("'%s' has %d characters, must have 1 to %d that are not all blank"
                    .formatted(part, text.length(), MOST_CHARACTERS));
        }
    }
}
