package io.caucus.api.http;

import io.caucus.ingest.webhook.WebhookAnswer;
import io.caucus.ingest.webhook.WebhookRequest;

/** Takes deliveries in, on the address that senders know us by. */
@FunctionalInterface
public interface WebhookDoor {

    /** @param source the name in the address */
    WebhookAnswer receive(String source, WebhookRequest request);
}
