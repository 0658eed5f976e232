package io.caucus.api;

import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.QuestionClock;
import io.caucus.api.graphql.GraphPorts;
import io.caucus.api.graphql.GraphQlEngine;
import io.caucus.api.http.Readiness;
import io.caucus.api.security.SignIn;
import io.caucus.api.security.Tokens;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The running server: GraphQL, the page, the query editor and health, on one address. */
public final class CaucusServer implements AutoCloseable {

    private final ApplicationContext context;
    private final EmbeddedServer http;
    private final GraphQlEngine engine;
    private final Readiness readiness;

    private CaucusServer(ApplicationContext context, EmbeddedServer http, GraphQlEngine engine, Readiness readiness) {
        this.context = context;
        this.http = http;
        this.engine = engine;
        this.readiness = readiness;
    }

    /**
     * Starts serving.
     *
     * @param ports the graph; it stays open when the server closes
     * @param assessments how accounts are assessed
     * @throws RuntimeException if the port is taken
     */
    public static CaucusServer start(ServerSettings settings, GraphPorts ports, AccountAssessments assessments) {
        var clock = Clock.systemUTC();
        var tokens = Tokens.open(settings.dataFolder(), clock);
        var engine = new GraphQlEngine(
                ports,
                assessments,
                new QuestionClock(clock, settings.fixedAsOf()),
                tokens.secretFor("cursors"),
                version());
        var readiness = new Readiness(ports.index()::newestKnownAt);
        var context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(properties(settings))
                .singletons(tokens, SignIn.open(settings.dataFolder(), clock), engine, readiness)
                .start();
        try {
            return new CaucusServer(
                    context, context.getBean(EmbeddedServer.class).start(), engine, readiness);
        } catch (RuntimeException e) {
            context.close();
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
        engine.close();
        readiness.close();
    }
}
