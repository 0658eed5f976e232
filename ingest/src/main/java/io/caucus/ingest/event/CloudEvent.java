package io.caucus.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The attributes of a CloudEvent 1.0 that we read. What tells it apart is {@code (source, id)}, as its specification says.
 *
 * @param time as written
 * @param data its JSON; empty when it has none
 */
public record CloudEvent(String id, String source, String type, Optional<String> time, Optional<JsonNode> data) {}
