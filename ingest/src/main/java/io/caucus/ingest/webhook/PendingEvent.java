package io.caucus.ingest.webhook;

import io.caucus.ingest.RejectCode;
import java.time.Instant;

/**
 * An event that was acknowledged and not told.
 *
 * @param delivery what brought it
 * @param line its place in the delivery, from 1
 * @param type the kind of event, in the source's own word
 * @param field what is at fault, empty when it is the event as a whole
 * @param reason the rule that was broken; holds no names or addresses
 * @param tries how often it was tried
 */
public record PendingEvent(
        String delivery,
        String source,
        long line,
        String type,
        RejectCode code,
        String field,
        String reason,
        Instant firstTry,
        Instant lastTry,
        int tries) {}
