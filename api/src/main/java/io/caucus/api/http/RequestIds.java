package io.caucus.api.http;

import io.micronaut.http.HttpRequest;
import java.util.UUID;

/** Each request has an id of ours; answers and logs name it. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "caucus.requestId";

    private RequestIds() {}

    static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            var id = UUID.randomUUID().toString();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }
}
