package io.caucus.api.security;

import io.caucus.api.http.Refusals;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Turns a one-time link into a session. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {

    private final SignIn signIn;
    private final Tokens tokens;

    SignInController(SignIn signIn, Tokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    // No HEAD: a link preview must not use the code up.
    @Get(uri = "/signin", headRoute = false, produces = MediaType.ALL)
    HttpResponse<?> signIn(HttpRequest<?> request, @QueryValue @Nullable String code) {
        if (code == null || !signIn.redeem(code)) {
            return Refusals.unauthenticated(request);
        }
        var session = Cookie.of(AccessFilter.SESSION_COOKIE, tokens.issue(Tokens.SESSION))
                .httpOnly(true)
                .sameSite(SameSite.Strict)
                .secure(request.isSecure())
                .path("/")
                .maxAge(Tokens.SESSION);
        return HttpResponse.seeOther(URI.create("/")).cookie(session);
    }
}
