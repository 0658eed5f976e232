package io.caucus.ingest.webhook;

import java.time.Duration;

/** What becomes of a request. */
public sealed interface WebhookAnswer {

    /**
     * It is on the disk, and will be applied.
     *
     * @param delivery leads to it for as long as the archive keeps it
     */
    record Accepted(String delivery, WebhookKind kind, int events) implements WebhookAnswer {}

    /** It does not come from a source we know, or nothing proves that it does; which of the two is not said. */
    record NotGenuine() implements WebhookAnswer {}

    /** It comes from the source and is none of its events; sending it again changes nothing. */
    record Malformed(String reason) implements WebhookAnswer {}

    /** Nothing more can be kept now. */
    record Busy(Duration retryAfter) implements WebhookAnswer {}
}
