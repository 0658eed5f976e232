package io.caucus.api.http;

import io.micronaut.http.HttpRequest;

/** Who asks: what was proved when the request was let in. */
public final class Callers {

    private static final String ATTRIBUTE = "caucus.caller";

    private Callers() {}

    /** Remembers with the request who proved to be behind it. */
    public static void remember(HttpRequest<?> request, String caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class)
                .orElseThrow(() -> new IllegalStateException("a request was let in that nobody stands behind"));
    }
}
