package io.caucus.api.http;

import io.caucus.api.graphql.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Map;

/** Refusals in the shape of a GraphQL answer, or as a page for people; they name no class, host or path. */
public final class Refusals {

    private static final byte[] SIGNED_OUT = Pages.read("/io/caucus/api/http/signed-out.html");

    private Refusals() {}

    /** Nobody we know. */
    public static MutableHttpResponse<byte[]> unauthenticated(HttpRequest<?> request) {
        var refusal = wantsPage(request)
                ? signedOutPage()
                : of(
                        request,
                        HttpStatus.UNAUTHORIZED,
                        ErrorCode.UNAUTHENTICATED,
                        "This needs a valid token: send 'Authorization: Bearer …' with one that './caucus signin' prints.");
        return refusal.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** A page of somebody else's asks with our cookie. */
    public static MutableHttpResponse<byte[]> foreignOrigin(HttpRequest<?> request) {
        return of(
                request,
                HttpStatus.FORBIDDEN,
                ErrorCode.FORBIDDEN,
                "With a session cookie this is accepted from our own pages only; other clients send a bearer token.");
    }

    static MutableHttpResponse<byte[]> of(HttpRequest<?> request, HttpStatus status, ErrorCode code, String message) {
        var error = Map.of("message", message, "extensions", code.asExtensions(RequestIds.of(request)));
        var type = AcceptedType.of(request.getHeaders()).orElse(AcceptedType.JSON);
        return HttpResponse.<byte[]>status(status)
                .contentType(type.contentType())
                .body(Json.write(Map.of("errors", List.of(error))));
    }

    private static boolean wantsPage(HttpRequest<?> request) {
        return !request.getUri().getRawPath().equals("/graphql")
                && request.getHeaders().accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
    }

    private static MutableHttpResponse<byte[]> signedOutPage() {
        return HttpResponse.<byte[]>status(HttpStatus.UNAUTHORIZED)
                .contentType(MediaType.TEXT_HTML + ";charset=utf-8")
                .body(SIGNED_OUT.clone());
    }
}
