package io.caucus.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * CloudEvents 1.0 as they travel over HTTP and Kafka: structured, in a batch, or binary with the attributes in headers
 * (cloudevents.io, "HTTP Protocol Binding" and "JSON Event Format", version 1.0.2).
 *
 * <p>Not read by the CloudEvents SDK: its JSON reader takes a member that stands twice, any depth, and rounds decimal numbers.
 */
public final class CloudEvents {

    public static final String STRUCTURED = "application/cloudevents+json";
    public static final String BATCH = "application/cloudevents-batch+json";

    private static final String HEADER = "ce-";

    private CloudEvents() {}

    /**
     * The events of one message, in its order.
     *
     * @param headers by lower-case name; attributes of binary messages are called {@code ce-…}
     * @throws NotAnEvent when the message as a whole is none
     */
    public static List<CloudEvent> read(Map<String, String> headers, byte[] body) throws NotAnEvent {
        var type = mediaType(headers);
        if (type.equals(BATCH)) {
            return batch(EventJson.parse(body));
        }
        if (type.equals(STRUCTURED)) {
            return List.of(structured(EventJson.parse(body)));
        }
        if (headers.containsKey(HEADER + "specversion")) {
            return List.of(binary(headers, type, body));
        }
        throw new NotAnEvent(
                "Content-Type must be %s or %s, or the attributes must stand in headers such as ce-specversion"
                        .formatted(STRUCTURED, BATCH));
    }

    private static String mediaType(Map<String, String> headers) {
        var written = headers.getOrDefault("content-type", "");
        int parameters = written.indexOf(';');
        return (parameters < 0 ? written : written.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static List<CloudEvent> batch(JsonNode array) throws NotAnEvent {
        if (!array.isArray()) {
            throw new NotAnEvent("a batch must be a JSON array of events");
        }
        var events = new ArrayList<CloudEvent>();
        for (JsonNode event : array) {
            events.add(structured(event));
        }
        return events;
    }

    private static CloudEvent structured(JsonNode event) throws NotAnEvent {
        if (!event.isObject()) {
            throw new NotAnEvent("an event must be a JSON object");
        }
        requireVersion(event.path("specversion").asText());
        return new CloudEvent(
                required("id", text(event, "id")),
                required("source", text(event, "source")),
                required("type", text(event, "type")),
                text(event, "time"),
                data(event));
    }

    private static Optional<String> text(JsonNode event, String attribute) {
        return Optional.of(event.path(attribute)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static Optional<JsonNode> data(JsonNode event) throws NotAnEvent {
        if (event.hasNonNull("data")) {
            return Optional.of(event.get("data"));
        }
        var encoded = text(event, "data_base64");
        return encoded.isEmpty() ? Optional.empty() : Optional.of(EventJson.parse(decoded(encoded.get())));
    }

    private static byte[] decoded(String base64) throws NotAnEvent {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new NotAnEvent("data_base64 must be base64");
        }
    }

    private static CloudEvent binary(Map<String, String> headers, String type, byte[] body) throws NotAnEvent {
        requireVersion(headers.getOrDefault(HEADER + "specversion", ""));
        if (body.length > 0 && !type.equals("application/json") && !type.endsWith("+json")) {
            throw new NotAnEvent("Content-Type of a binary event must be application/json");
        }
        return new CloudEvent(
                required("id", header(headers, "id")),
                required("source", header(headers, "source")),
                required("type", header(headers, "type")),
                header(headers, "time"),
                body.length == 0 ? Optional.empty() : Optional.of(EventJson.parse(body)));
    }

    /** Header values are percent-encoded where a header could not hold them; a plus sign is one. */
    private static Optional<String> header(Map<String, String> headers, String attribute) throws NotAnEvent {
        var written = headers.get(HEADER + attribute);
        try {
            return Optional.ofNullable(written).map(value -> URLDecoder.decode(value.replace("+", "%2B"), UTF_8));
        } catch (IllegalArgumentException e) {
            throw new NotAnEvent("header %s%s is not percent-encoded as it must be".formatted(HEADER, attribute));
        }
    }

    private static void requireVersion(String version) throws NotAnEvent {
        if (!version.equals("1.0")) {
            throw new NotAnEvent("specversion must be 1.0");
        }
    }

    private static String required(String attribute, Optional<String> value) throws NotAnEvent {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new NotAnEvent("attribute %s is missing, must be text".formatted(attribute)));
    }
}
