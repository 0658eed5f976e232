package io.caucus.ingest.event;

/**
 * An event and where it stands among what was delivered.
 *
 * @param delivery the delivery that brought it, or the place on a stream
 * @param line its place in the delivery, from 1
 */
public record ArrivedEvent(Event event, String delivery, long line) {}
