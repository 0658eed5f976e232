package io.caucus.api.cli;

import io.caucus.api.CaucusServer;
import io.caucus.api.ServerSettings;
import io.caucus.api.assessment.QuestionClock;
import io.caucus.api.assessment.ServingScorer;
import io.caucus.api.graphql.GraphPorts;
import io.caucus.api.security.SignIn;
import io.caucus.api.security.Tokens;
import io.caucus.scoring.AccountScorer;
import io.caucus.scoring.registry.RegistryRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Serves a data folder until the process is told to stop, or hands that to a process in the background. */
final class ServiceRun {

    private static final Duration LIMIT_TO_SERVE = Duration.ofMinutes(5);

    private final Path dataFolder;
    private final ServiceOptions options;
    private final Output output;
    private final ServingScorer model;

    /** @throws RegistryRefused if accounts cannot be scored with the champion of the data folder */
    ServiceRun(Path dataFolder, ServiceOptions options, Output output) {
        this.dataFolder = dataFolder;
        this.options = options;
        this.output = output;
        this.model = ScoringRun.scorer(dataFolder);
    }

    /** What scores accounts as long as it serves. */
    AccountScorer scorer() {
        return model.scorer();
    }

    /** What stands in the way of serving here, found before any work is done. */
    void refuseIfImpossible() {
        Serving.in(dataFolder).ifPresent(serving -> {
            throw new EnvironmentProblem(
                    "Process %d serves %s already, at %s. For a sign-in link: caucus signin; to stop it: caucus stop"
                            .formatted(serving.pid(), dataFolder, serving.url()));
        });
        if (options.port() != 0 && !isFree(options.port())) {
            throw new EnvironmentProblem(
                    "Port %d is taken by another program. Choose another with --port PORT, or --port 0 for a free one."
                            .formatted(options.port()));
        }
    }

    /** Runs the same command line in the background and announces it once it serves. */
    void inBackground(List<String> arguments, List<String> whatToLookAt) {
        announce(new DetachedProcess(dataFolder).start(arguments, LIMIT_TO_SERVE), whatToLookAt);
    }

    /** Serves until the process is told to stop. */
    void untilStopped(OpenGraph graph, Optional<Instant> fixedAsOf, List<String> whatToLookAt) {
        var settings = new ServerSettings(
                options.host(),
                options.port(),
                dataFolder,
                fixedAsOf,
                options.isRemoteAllowed(),
                ServerSettings.ANSWER_WITHIN);
        var stopped = new CountDownLatch(1);
        var neo4j = graph.servicePorts();
        neo4j.prepare();
        var assessments = ScoringRun.assessments(neo4j, model.scorer());
        assessments.readAhead(new QuestionClock(Clock.systemUTC(), fixedAsOf).now());
        var server = CaucusServer.start(settings, GraphPorts.of(neo4j), neo4j.factWriter(), assessments);
        var serving = Serving.byThisProcess(reachable(server), fixedAsOf);
        graph.beforeClose(() -> {
            serving.removeFrom(dataFolder);
            server.close();
            stopped.countDown();
        });
        serving.writeTo(dataFolder);
        announce(serving, whatToLookAt);
        await(stopped);
    }

    static String signInLink(String url, SignIn signIn) {
        return url + "signin?code=" + signIn.newCode();
    }

    private void announce(Serving serving, List<String> whatToLookAt) {
        var clock = Clock.systemUTC();
        if (output.isJson()) {
            Map<String, Object> ready = new LinkedHashMap<>();
            ready.put("url", serving.url());
            ready.put("graphql", serving.graphql());
            ready.put("token", Tokens.open(dataFolder, clock).issue(Tokens.SESSION));
            ready.put("pid", serving.pid());
            ready.put("signIn", signInLink(serving.url(), SignIn.open(dataFolder, clock)));
            output.json(ready);
            return;
        }
        output.line("");
        output.line("  Page      " + signInLink(serving.url(), SignIn.open(dataFolder, clock)));
        output.line("            (signs one browser in, once, within ten minutes; for another: ./caucus signin)");
        output.line("  GraphQL   " + serving.graphql() + "   token: ./caucus token");
        output.line("  GraphiQL  " + serving.url() + "graphiql");
        output.line("  Model     " + model.origin());
        serving.clock().ifPresent(instant -> output.line("  Clock     stands still at " + instant));
        whatToLookAt.forEach(output::line);
        output.line("");
        output.line(options.isDetached() ? "Stop it with: ./caucus stop" : "Stop it with Ctrl-C or ./caucus stop");
    }

    /** A server that listens on all addresses is reached on this machine by loopback. */
    private static String reachable(CaucusServer server) {
        return server.url().toString().replace("//0.0.0.0:", "//127.0.0.1:") + "/";
    }

    private boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(options.host()))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
