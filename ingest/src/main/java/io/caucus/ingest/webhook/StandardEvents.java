package io.caucus.ingest.webhook;

import io.caucus.ingest.event.CaucusEvents;
import io.caucus.ingest.event.CloudEvent;
import io.caucus.ingest.event.Event;
import io.caucus.ingest.event.EventJson;
import io.caucus.ingest.event.NotAnEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Standard Webhooks (standardwebhooks.com, 1.0): one event a message, told apart by the id in its header. */
final class StandardEvents {

    private final String system;
    private final CaucusEvents events;

    StandardEvents(String system, CaucusEvents events) {
        this.system = system;
        this.events = events;
    }

    List<Event> read(Map<String, String> headers, byte[] body, Instant receivedAt) throws NotAnEvent {
        var message = EventJson.parse(body);
        var row = EventJson.row(message);
        var type = row.find("type").orElseThrow(() -> new NotAnEvent("'type' is missing, must be text"));
        var id = Optional.ofNullable(headers.get("webhook-id"))
                .orElseThrow(() -> new NotAnEvent("header webhook-id is missing"));
        var envelope =
                new CloudEvent(id, system, type, row.find("timestamp"), Optional.ofNullable(message.get("data")));
        return List.of(events.event(envelope, receivedAt));
    }
}
