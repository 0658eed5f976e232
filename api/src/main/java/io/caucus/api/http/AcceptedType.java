package io.caucus.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import java.util.Optional;

/** The two media types of a GraphQL answer. */
enum AcceptedType {
    /** The specification's own: the status tells how the request went. */
    GRAPHQL("application/graphql-response+json"),
    /** For older clients: 200 for every request that could be understood. */
    JSON("application/json");

    private final String name;

    AcceptedType(String name) {
        this.name = name;
    }

    String contentType() {
        return name + "; charset=utf-8";
    }

    /** The first that the client accepts; JSON for clients that do not say; empty if neither will do. */
    static Optional<AcceptedType> of(HttpHeaders headers) {
        var accepted = headers.accept();
        if (accepted.isEmpty()) {
            return Optional.of(JSON);
        }
        return accepted.stream().flatMap(type -> match(type).stream()).findFirst();
    }

    private static Optional<AcceptedType> match(MediaType accepted) {
        if (accepted.getQualityAsNumber().signum() == 0) {
            return Optional.empty();
        }
        return switch (accepted.getName()) {
            case "application/graphql-response+json" -> Optional.of(GRAPHQL);
            case "application/json", "application/*", "*/*" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }
}
