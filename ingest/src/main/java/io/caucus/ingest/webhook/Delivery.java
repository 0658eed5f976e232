package io.caucus.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one request brought, as it is kept: a line of JSON that says from whom and when, then the body as it came. A class because it
 * holds an array.
 */
public final class Delivery {

    private static final JsonMapper JSON = new JsonMapper();

    private record Head(String source, String kind, String receivedAt, Map<String, String> headers) {}

    private final String source;
    private final WebhookKind kind;
    private final Instant receivedAt;
    private final Map<String, String> headers;
    private final byte[] body;

    private Delivery(String source, WebhookKind kind, Instant receivedAt, Map<String, String> headers, byte[] body) {
        this.source = source;
        this.kind = kind;
        this.receivedAt = receivedAt;
        this.headers = headers;
        this.body = body;
    }

    /** Without what proves who sent it, and without what opens the sender's own doors. */
    static Delivery of(WebhookSource source, WebhookRequest request) {
        var kept = new TreeMap<String, String>();
        for (String name : new TreeSet<>(request.headers().keySet())) {
            if (name.startsWith("ce-") || name.equals("content-type") || name.equals("webhook-id")) {
                kept.put(name, request.headers().get(name));
            }
        }
        var body = source.kind() == WebhookKind.SALESFORCE_OUTBOUND
                ? SalesforceMessages.withoutSession(request.body())
                : request.body();
        return new Delivery(source.name(), source.kind(), request.receivedAt(), kept, body);
    }

    /**
     * Of a CloudEvent that came by another way than HTTP.
     *
     * @param source whose own records its keys begin with
     * @param headers by lower-case name, as {@link io.caucus.ingest.event.CloudEvents} reads them
     */
    public static Delivery ofCloudEvent(String source, Instant receivedAt, Map<String, String> headers, byte[] body) {
        return new Delivery(source, WebhookKind.CLOUDEVENTS, receivedAt, new TreeMap<>(headers), body);
    }

    public String source() {
        return source;
    }

    public WebhookKind kind() {
        return kind;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** As it is kept. */
    public byte[] written() {
        try {
            var head = JSON.writeValueAsBytes(new Head(source, kind.name(), receivedAt.toString(), headers));
            var written = Arrays.copyOf(head, head.length + 1 + body.length);
            written[head.length] = '\n';
            System.arraycopy(body, 0, written, head.length + 1, body.length);
            return written;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a delivery cannot be written", e);
        }
    }

    /** @throws IOException when it is no delivery, or one of a kind that this version does not know */
    static Delivery read(byte[] written) throws IOException {
        int end = 0;
        while (end < written.length && written[end] != '\n') {
            end++;
        }
        try {
            var head = JSON.readValue(written, 0, end, Head.class);
            return new Delivery(
                    head.source(),
                    WebhookKind.valueOf(head.kind()),
                    Instant.parse(head.receivedAt()),
                    new TreeMap<>(head.headers()),
                    Arrays.copyOfRange(written, Math.min(end + 1, written.length), written.length));
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new IOException("what the spool holds is no delivery of this version", e);
        }
    }

    /** As it is shown to people: from whom, when, then the body. */
    public static String shown(byte[] written) {
        return new String(written, UTF_8);
    }
}
