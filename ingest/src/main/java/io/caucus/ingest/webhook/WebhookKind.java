package io.caucus.ingest.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The six shapes in which deliveries come. */
public enum WebhookKind {
    /** HubSpot's webhooks, signed by its third version. */
    HUBSPOT,
    /** Salesforce Change Data Capture as JSON, from whatever relays its event bus. */
    SALESFORCE_CDC,
    /** Salesforce Outbound Messages: SOAP, unsigned, so the address itself is the secret. */
    SALESFORCE_OUTBOUND,
    /** CloudEvents 1.0 of the types {@code io.caucus.*}. */
    CLOUDEVENTS,
    /** Standard Webhooks with the same types. */
    STANDARD,
    /** Segment's HTTP tracking calls, and those of systems that follow its specification. */
    SEGMENT;

    /** As it is written in settings and on the command line: {@code salesforce-cdc}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<WebhookKind> find(String written) {
        return Stream.of(values())
                .filter(kind -> kind.written().equals(written))
                .findFirst();
    }
}
