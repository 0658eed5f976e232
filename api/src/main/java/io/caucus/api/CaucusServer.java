package io.caucus.api;

import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.QuestionClock;
import io.caucus.api.graphql.GraphPorts;
import io.caucus.api.graphql.GraphQlEngine;
import io.caucus.api.http.Readiness;
import io.caucus.api.http.WebhookDoor;
import io.caucus.api.security.SignIn;
import io.caucus.api.security.Tokens;
import io.caucus.cypher.GraphUnavailable;
import io.caucus.graphmodel.FactWriter;
import io.caucus.ingest.spool.SpoolLimits;
import io.caucus.ingest.webhook.Webhooks;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The running server: GraphQL, the page, the query editor, webhooks and health, on one address. */
public final class CaucusServer implements AutoCloseable {

    private final ApplicationContext context;
    private final EmbeddedServer http;
    private final GraphQlEngine engine;
    private final Readiness readiness;
    private final Webhooks webhooks;

    private CaucusServer(
            ApplicationContext context,
            EmbeddedServer http,
            GraphQlEngine engine,
            Readiness readiness,
            Webhooks webhooks) {
        this.context = context;
        this.http = http;
        this.engine = engine;
        this.readiness = readiness;
        this.webhooks = webhooks;
    }

    /**
     * Starts serving.
     *
     * @param ports the graph; it stays open when the server closes
     * @param writer takes what webhooks tell
     * @param assessments how accounts are assessed
     * @throws RuntimeException if the port is taken, or the webhook settings cannot be meant
     */
    public static CaucusServer start(
            ServerSettings settings, GraphPorts ports, FactWriter writer, AccountAssessments assessments) {
        var clock = Clock.systemUTC();
        var tokens = Tokens.open(settings.dataFolder(), clock);
        var engine = new GraphQlEngine(
                ports,
                assessments,
                new QuestionClock(clock, settings.fixedAsOf()),
                tokens.secretFor("cursors"),
                version(),
                settings.answerWithin());
        var readiness = new Readiness(ports.index()::newestKnownAt);
        var webhooks = Webhooks.open(
                settings.dataFolder(),
                SpoolLimits.DEFAULT,
                writer,
                ports.directory(),
                GraphUnavailable.class::isInstance,
                clock);
        var address = new CompletableFuture<String>();
        WebhookDoor door = (source, request) -> webhooks.receive(source, request, address.join());
        var context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(properties(settings))
                .singletons(tokens, SignIn.open(settings.dataFolder(), clock), engine, readiness, door, clock)
                .start();
        try {
            var http = context.getBean(EmbeddedServer.class).start();
            var server = new CaucusServer(context, http, engine, readiness, webhooks);
            address.complete(server.url().toString());
            return server;
        } catch (RuntimeException e) {
            context.close();
            webhooks.close();
            engine.close();
            readiness.close();
            throw e;
        }
    }

    /** Where it listens, for example {@code http://127.0.0.1:8080}. */
    public URI url() {
        return URI.create("http://%s:%d".formatted(http.getHost(), http.getPort()));
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        var properties = new HashMap<String, Object>();
        properties.put("micronaut.application.name", "caucus");
        properties.put("micronaut.server.host", settings.host());
        properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
        properties.put("micronaut.server.max-request-size", "1MB");
        properties.put("micronaut.server.server-header", "caucus");
        properties.put("micronaut.router.static-resources.ui.paths", "classpath:ui");
        properties.put("micronaut.router.static-resources.ui.mapping", "/ui/**");
        properties.put("micronaut.router.static-resources.webjars.paths", "classpath:META-INF/resources/webjars");
        properties.put("micronaut.router.static-resources.webjars.mapping", "/webjars/**");
        return properties;
    }

    private static String version() {
        return Optional.ofNullable(CaucusServer.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public void close() {
        context.close();
        webhooks.close();
        engine.close();
        readiness.close();
    }
}
