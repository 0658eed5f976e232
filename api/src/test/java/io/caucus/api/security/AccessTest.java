package io.caucus.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.api.TestServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    @TempDir
    static Path dataFolder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.startWithStory(dataFolder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/graphql?query=%7B__typename%7D",
                "/graphiql",
                "/graphiql.js",
                "/ui/index.html",
                "/webjars/react/18.3.1/umd/react.production.min.js",
                "/accounts/story:acme",
                "/health",
                "/health/readiness/",
                "/health%2Freadiness",
                "/health/readiness;x=1",
                "/signin/../graphql",
                "/nowhere"
            })
    void nothingIsServedToStrangers(String path) throws Exception {
        assertThat(server.send(server.request(path)).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/liveness", "/health/readiness", "/signin.css"})
    void whatTheSignedOutNeedIsOpen(String path) throws Exception {
        assertThat(server.send(server.request(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void programsAreRefusedInTheShapeOfGraphQl() throws Exception {
        var answer = server.send(server.request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"{__typename}\"}")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"", "\"requestId\"");
    }

    @Test
    void peopleAreToldHowToGetALink() throws Exception {
        var answer = server.send(server.request("/").header("Accept", "text/html,*/*;q=0.8"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains("./caucus signin");
    }

    @Test
    void aLinkOpensASessionOnce() throws Exception {
        var link = "/signin?code=" + server.signInCode();

        var first = server.send(server.request(link));
        var second = server.send(server.request(link));

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).contains("/");
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("caucus_session=")
                .containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Strict", "; Path=/");
        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aLinkAnswersWhoeverAsksForHtmlAlone() throws Exception {
        var request = server.request("/signin?code=" + server.signInCode()).header("Accept", "text/html");

        assertThat(server.send(request).statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionServesThePageAndTheApi() throws Exception {
        var page = server.send(withSession(server.request("/")));
        var deepLink = server.send(withSession(server.request("/accounts/story:acme")));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<caucus-app>");
        assertThat(deepLink.body()).isEqualTo(page.body());
        assertThat(post("Origin", server.uri("").toString()).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherSitesPageCannotUseTheSession() throws Exception {
        assertThat(post("Origin", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(post("Origin", "null").statusCode()).isEqualTo(403);
        assertThat(post("Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post("X-Nothing", "at all").statusCode()).isEqualTo(403);
    }

    @Test
    void aBadBearerIsNotMadeGoodByACookie() throws Exception {
        var answer = server.send(withSession(server.request("/")).header("Authorization", "Bearer nonsense"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void everyAnswerTellsBrowsersWhatNotToDo() throws Exception {
        for (var answer : new HttpResponse<?>[] {
            server.send(withSession(server.request("/"))),
            server.send(server.request("/nowhere")),
            server.send(withSession(server.request("/nowhere")))
        }) {
            var headers = answer.headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Request-Id").orElseThrow()).hasSize(36);
        }
    }

    @Test
    void thePagesOwnImportMapIsAllowedByItsHash() throws Exception {
        var answer = server.send(withSession(server.request("/")));

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .containsPattern("script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'");
    }

    private HttpResponse<String> post(String header, String value) throws IOException, InterruptedException {
        return server.send(withSession(server.request("/graphql"))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString("{\"query\":\"{__typename}\"}")));
    }

    private static HttpRequest.Builder withSession(HttpRequest.Builder request) {
        return request.header("Cookie", "caucus_session=" + server.token());
    }
}
