package io.caucus.api.security;

import io.caucus.api.http.Callers;
import io.caucus.api.http.Refusals;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets nobody in who does not prove who they are, whatever the path, known or not; a short list of paths is open to all. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(AccessFilter.AFTER_REQUEST_IDS)
final class AccessFilter {

    static final int AFTER_REQUEST_IDS = 0;
    static final String SESSION_COOKIE = "caucus_session";

    private static final Set<String> OPEN_TO_ALL =
            Set.of("/health/liveness", "/health/readiness", "/signin", "/signin.css");
    private static final String WEBHOOKS = "/webhooks/";
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;

    AccessFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Null lets the request pass. */
    @RequestFilter
    @Nullable
    HttpResponse<?> admit(HttpRequest<?> request) {
        if (isOpenToAll(request) || isSigned(request)) {
            return null;
        }
        var authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        var caller = authorization == null ? session(request) : bearer(authorization);
        if (caller.isEmpty()) {
            return Refusals.unauthenticated(request);
        }
        Callers.remember(request, caller.get());
        // A cookie is sent along by the browser whoever wrote the page that asks.
        return authorization != null || isRead(request) || isSameOrigin(request)
                ? null
                : Refusals.foreignOrigin(request);
    }

    private static boolean isOpenToAll(HttpRequest<?> request) {
        return isRead(request) && OPEN_TO_ALL.contains(request.getUri().getRawPath());
    }

    /** Deliveries prove by their signatures who sends them, not by tokens of ours. */
    private static boolean isSigned(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.POST
                && request.getUri().getRawPath().startsWith(WEBHOOKS);
    }

    private static boolean isRead(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }

    private Optional<String> bearer(String authorization) {
        return authorization.startsWith(BEARER)
                ? tokens.verify(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Optional<String> session(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(SESSION_COOKIE)
                .map(Cookie::getValue)
                .flatMap(tokens::verify);
    }

    /** Every browser names the origin of a page that posts; who names none is no browser and has no business with a cookie. */
    private static boolean isSameOrigin(HttpRequest<?> request) {
        var site = Optional.ofNullable(request.getHeaders().get("Sec-Fetch-Site"));
        if (site.isPresent() && !site.get().equals("same-origin")) {
            return false;
        }
        var host = request.getHeaders().get(HttpHeaders.HOST);
        var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return host != null
                && origin != null
                && Set.of("http://" + host, "https://" + host).contains(origin);
    }
}
