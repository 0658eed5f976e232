package io.caucus.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.ServingScorer;
import io.caucus.api.graphql.GraphPorts;
import io.caucus.api.security.SignIn;
import io.caucus.api.security.Tokens;
import io.caucus.features.FeatureCatalogue;
import io.caucus.graphmodel.FactWriter;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A server on a free port with its clock stopped at {@link RandomWorlds#NOW}, and a client that holds a token. */
public final class TestServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How fast a machine is, is none of a test's business. */
    private static final Duration PATIENTLY = Duration.ofMinutes(1);

    private final CaucusServer server;
    private final Path dataFolder;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(CaucusServer server, Path dataFolder) {
        this.server = server;
        this.dataFolder = dataFolder;
    }

    /** Nothing is delivered to this one by webhook. */
    public static TestServer start(Path dataFolder, GraphPorts ports) {
        return start(dataFolder, ports, (batchId, batch) -> {
            throw new UnsupportedOperationException("this server's graph is only read");
        });
    }

    public static TestServer start(Path dataFolder, GraphPorts ports, FactWriter writer) {
        return start(dataFolder, ports, writer, PATIENTLY);
    }

    static TestServer start(Path dataFolder, GraphPorts ports, FactWriter writer, Duration answerWithin) {
        var settings = ServerSettings.onThisMachine(0, dataFolder)
                .withFixedAsOf(RandomWorlds.NOW)
                .withAnswerWithin(answerWithin);
        var catalogue = FeatureCatalogue.standard();
        var scorer = ServingScorer.in(dataFolder, catalogue).scorer();
        var assessments = new AccountAssessments(ports.graph(), catalogue, scorer);
        return new TestServer(CaucusServer.start(settings, ports, writer, assessments), dataFolder);
    }

    /** About an account where four people did something lately. */
    public static TestServer startWithStory(Path dataFolder) {
        return start(dataFolder, StoryPorts.of(AccountStory.of("""
                ana: VP ENGINEERING
                bo: MANAGER FINANCE
                cy: DIRECTOR PROCUREMENT
                dee: SENIOR DATA
                ana forwards to bo, cy 6d ago
                bo replies 5d ago
                ana, bo meet with us 4d ago
                cy visits 3d ago
                dee, ana meet with us 2d ago
                deal enters Proposal 40d ago
                ana is CHAMPION on deal 30d ago
                """)));
    }

    public URI uri(String path) {
        return URI.create(server.url() + path);
    }

    public String token() {
        return Tokens.open(dataFolder, Clock.systemUTC()).issue(Duration.ofMinutes(5));
    }

    public String signInCode() {
        return SignIn.open(dataFolder, Clock.systemUTC()).newCode();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String query, Map<String, Object> variables)
            throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        return send(request("/graphql")
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The whole answer to a query, errors included. */
    public JsonNode answer(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        return JSON.readTree(post(query, variables).body());
    }

    @Override
    public void close() {
        server.close();
    }
}
