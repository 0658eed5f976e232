package io.caucus.ingest.event;

import io.caucus.ingest.RejectCode;

/**
 * An event of which nothing was told.
 *
 * @param field what is at fault, empty when it is the event as a whole
 * @param reason the rule that was broken; never holds names or addresses
 */
public record RejectedEvent(ArrivedEvent arrived, RejectCode code, String field, String reason) {}
