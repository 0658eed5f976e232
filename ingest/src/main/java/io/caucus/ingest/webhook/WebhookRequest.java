package io.caucus.ingest.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One HTTP request as it came, before anything of it is believed. A class because it holds an array. */
public final class WebhookRequest {

    private final String pathAndQuery;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Instant receivedAt;

    /**
     * @param pathAndQuery as sent, percent-encoded as it was
     * @param headers by lower-case name
     */
    public WebhookRequest(String pathAndQuery, Map<String, String> headers, byte[] body, Instant receivedAt) {
        this.pathAndQuery = pathAndQuery;
        this.headers = new TreeMap<>(headers);
        this.body = body.clone();
        this.receivedAt = receivedAt;
    }

    String pathAndQuery() {
        return pathAndQuery;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    byte[] body() {
        return body;
    }

    Instant receivedAt() {
        return receivedAt;
    }
}
