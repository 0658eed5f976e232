package io.caucus.ingest.webhook;

import io.caucus.ingest.event.CaucusEvents;
import io.caucus.ingest.event.CloudEvents;
import io.caucus.ingest.event.Event;
import io.caucus.ingest.event.NotAnEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes deliveries of all kinds apart into events. A pure function of what came and when. */
final class DeliveredEvents {

    static final int MOST_EVENTS = 100;

    private final HubSpotEvents hubSpot = new HubSpotEvents();
    private final SalesforceChanges changes = new SalesforceChanges();
    private final SalesforceMessages messages = new SalesforceMessages();
    private final Map<String, CaucusEvents> types = new ConcurrentHashMap<>();
    private final Map<String, SegmentCalls> calls = new ConcurrentHashMap<>();

    /**
     * @param source whose allow-list of organisations counts
     * @throws NotAnEvent when it is no delivery of its kind, brings more events than one may, or comes from an organisation that is
     *     not allowed
     */
    List<Event> check(WebhookSource source, WebhookRequest request) throws NotAnEvent {
        if (source.kind() == WebhookKind.SALESFORCE_OUTBOUND) {
            var message = messages.read(request.body(), request.receivedAt());
            refuseStranger(message, Set.copyOf(source.organizations()));
            return bounded(message.events());
        }
        return read(source.name(), source.kind(), request.headers(), request.body(), request.receivedAt());
    }

    private static void refuseStranger(SalesforceMessages.Message message, Set<String> allowed) throws NotAnEvent {
        if (!allowed.contains(message.organization())) {
            throw new NotAnEvent("OrganizationId is none of those this source lists");
        }
    }

    List<Event> read(Delivery delivery) throws NotAnEvent {
        return read(delivery.source(), delivery.kind(), delivery.headers(), delivery.body(), delivery.receivedAt());
    }

    private List<Event> read(
            String source, WebhookKind kind, Map<String, String> headers, byte[] body, Instant receivedAt)
            throws NotAnEvent {
        return bounded(
                switch (kind) {
                    case HUBSPOT -> hubSpot.read(body, receivedAt);
                    case SALESFORCE_CDC -> changes.read(body, receivedAt);
                    case SALESFORCE_OUTBOUND -> messages.read(body, receivedAt).events();
                    case CLOUDEVENTS -> cloudEvents(source, headers, body, receivedAt);
                    case STANDARD -> new StandardEvents(source, typesOf(source)).read(headers, body, receivedAt);
                    case SEGMENT ->
                        calls.computeIfAbsent(source, SegmentCalls::new).read(body, receivedAt);
                });
    }

    private List<Event> cloudEvents(String source, Map<String, String> headers, byte[] body, Instant receivedAt)
            throws NotAnEvent {
        var types = typesOf(source);
        return CloudEvents.read(headers, body).stream()
                .map(event -> types.event(event, receivedAt))
                .toList();
    }

    private CaucusEvents typesOf(String source) {
        return types.computeIfAbsent(source, CaucusEvents::from);
    }

    private static List<Event> bounded(List<Event> events) throws NotAnEvent {
        if (events.size() > MOST_EVENTS) {
            throw new NotAnEvent("a delivery may bring %d events".formatted(MOST_EVENTS));
        }
        return events;
    }
}
