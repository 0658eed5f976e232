package io.caucus.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.api.graphql.GraphPorts;
import io.caucus.cypher.Neo4j;
import io.caucus.ingest.webhook.Pending;
import io.caucus.ingest.webhook.WebhookKind;
import io.caucus.ingest.webhook.WebhookSettings;
import io.caucus.ingest.webhook.WebhookSource;
import io.caucus.localneo4j.LocalNeo4j;
import io.caucus.testkit.Neo4jServer;
import io.caucus.testkit.RandomWorlds;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries over real sockets into a real database. */
@Tag("neo4j")
class WebhookDeliveryTest {

    private static final String SECRET = "whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQ=";
    private static final String CLIENT_SECRET = "a client secret of the app";
    private static final int DELIVERIES_A_SECOND = 200;

    /** How long the database is frozen; {@code -Dcaucus.webhooks.frozen-seconds=60} for the whole promise. */
    private static final int SECONDS_FROZEN = Integer.getInteger("caucus.webhooks.frozen-seconds", 3);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Neo4jServer database = Neo4jServer.shared();
    private Neo4j neo4j = open();
    private Optional<TestServer> server = Optional.empty();

    @TempDir
    Path temporary;

    @BeforeEach
    void begin() {
        database.wipe();
        neo4j.migrate();
        neo4j.prepare();
    }

    @AfterEach
    void end() {
        server.ifPresent(TestServer::close);
        neo4j.close();
    }

    private Neo4j open() {
        return Neo4j.open(database.uri(), database.user(), database.password(), InstantSource.fixed(RandomWorlds.NOW))
                .patient();
    }

    @Test
    void whatIsDeliveredIsOnThePage() throws Exception {
        var caucus = start("page");
        var events = """
                [%s,%s,%s,%s]""".formatted(
                event(1, "account", "{\"id\":\"hubspot:5500\",\"name\":\"Acme\",\"domain\":\"acme.example\"}"),
                event(2, "person", "{\"id\":\"hubspot:17\",\"name\":\"Ana Silva\"}"),
                event(3, "employment", "{\"person\":\"hubspot:17\",\"account\":\"hubspot:5500\",\"title\":\"CTO\"}"),
                engagement(4));

        var answer = deliver(caucus, events, "application/cloudevents-batch+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("\"events\":4");
        await(() -> accountNamed(caucus, "Acme"));

        assertThat(deliverFromHubSpot(caucus, "Acme Corporation").statusCode()).isEqualTo(202);
        await(() -> accountNamed(caucus, "Acme Corporation"));
    }

    @Test
    void whatIsDeletedIsGoneFromTheListButNotFromThePast() throws Exception {
        var caucus = start("deletion");
        var events = """
                [%s,%s]""".formatted(
                        event(3_600, "account", "{\"id\":\"hubspot:5500\",\"name\":\"Acme\"}"),
                        event(3_600, "account", "{\"id\":\"hubspot:5501\",\"name\":\"Birch\"}")
                                .replace("\"3600\"", "\"another\""));
        deliver(caucus, events, "application/cloudevents-batch+json");
        await(() -> accountNamed(caucus, "Acme") && accountNamed(caucus, "Birch"));

        deliver(caucus, event(3_599, "account.deleted", "{\"id\":\"hubspot:5500\"}"), "application/cloudevents+json");
        await(() -> !accountNamed(caucus, "Acme"));

        assertThat(accountNamed(caucus, "Birch")).isTrue();
        assertThat(caucus.answer(
                                "query($asOf: DateTime!) { accounts(asOf: $asOf, first: 10) { nodes { name } } }",
                                Map.of(
                                        "asOf",
                                        RandomWorlds.NOW.minusSeconds(7_000).toString()))
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder("Acme", "Birch");
    }

    @Test
    void forgedBrokenAndCompressedRequestsAreRefused() throws Exception {
        var caucus = start("refusals");

        var forged = client.send(
                caucus.request("/webhooks/events")
                        .POST(BodyPublishers.ofString(engagement(1)))
                        .build(),
                BodyHandlers.ofString());
        var broken = deliver(caucus, "{\"id\":1,\"id\":2}", "application/cloudevents+json");
        var large = deliver(caucus, " ".repeat(1_100_000), "application/cloudevents+json");
        var read = client.send(caucus.request("/webhooks/events").build(), BodyHandlers.ofString());

        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.body()).contains("UNAUTHENTICATED").doesNotContain(SECRET);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(read.statusCode()).isEqualTo(401);
    }

    @Test
    void outboundMessagesAreAcknowledgedAsSalesforceExpects() throws Exception {
        var caucus = start("outbound");
        var message = """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
                <notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>00D5g00000ABCDE</OrganizationId>
                <Notification><Id>04l5g00000AAAAAAA1</Id><sObject xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:sf="urn:sobject.enterprise.soap.sforce.com" xsi:type="sf:Account"><sf:Id>0015g00000XyZ1a</sf:Id>
                <sf:Name>Nordwind</sf:Name><sf:CreatedDate>2026-05-01T08:00:00.000Z</sf:CreatedDate></sObject></Notification>
                </notifications></soapenv:Body></soapenv:Envelope>
                """;

        var answer = client.send(
                caucus.request("/webhooks/messages/0123456789abcdef")
                        .header("Content-Type", "text/xml; charset=UTF-8")
                        .header("SOAPAction", "\"\"")
                        .POST(BodyPublishers.ofString(message))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/xml");
        assertThat(answer.body()).contains("<Ack>true</Ack>");
    }

    @Test
    void allIsAcceptedWhileTheDatabaseIsFrozenAndCountsOnceAfterwards() throws Exception {
        int deliveries = DELIVERIES_A_SECOND * (SECONDS_FROZEN + 2);
        int distinct = deliveries - deliveries / 10;
        var undisturbed = start("undisturbed");
        deliverAll(undisturbed, deliveries);
        await(() -> engagements() == distinct);
        var expected = neo4j.digest();
        restart();
        var caucus = start("frozen");
        long pid = databaseProcess();

        var waits = new ArrayList<Duration>();
        signal("STOP", pid);
        try {
            waits.addAll(deliverAll(caucus, deliveries - 2 * DELIVERIES_A_SECOND)); // answered before it runs on
        } finally {
            signal("CONT", pid);
        }
        waits.addAll(deliverAll(caucus, deliveries - 2 * DELIVERIES_A_SECOND, deliveries));

        await(() -> engagements() == distinct);
        assertThat(neo4j.digest()).isEqualTo(expected);
        assertThat(Pending.in(temporary.resolve("frozen")).list()).isEmpty();
        waits.sort(null);
        System.out.printf(
                "%d deliveries, %d a second, database frozen %d s: p50 %d ms, p99 %d ms, longest %d ms%n",
                waits.size(),
                DELIVERIES_A_SECOND,
                SECONDS_FROZEN,
                waits.get(waits.size() / 2).toMillis(),
                waits.get(waits.size() * 99 / 100).toMillis(),
                waits.getLast().toMillis());
    }

    private void restart() {
        server.ifPresent(TestServer::close);
        neo4j.close();
        database.wipe();
        neo4j = open();
    }

    private TestServer start(String name) {
        var dataFolder = temporary.resolve(name);
        assertThat(dataFolder.toFile().mkdirs()).isTrue();
        var outbound = new WebhookSource(
                "messages",
                WebhookKind.SALESFORCE_OUTBOUND,
                "0123456789abcdef",
                List.of(WebhookSettings.organization("00D5g00000ABCDE")));
        new WebhookSettings(Optional.of("https://caucus.example.com"), Map.of())
                .with(new WebhookSource("events", WebhookKind.CLOUDEVENTS, SECRET, List.of()))
                .with(new WebhookSource("crm", WebhookKind.HUBSPOT, CLIENT_SECRET, List.of()))
                .with(outbound)
                .writeTo(dataFolder);
        var ports = GraphPorts.of(neo4j);
        var started = TestServer.start(dataFolder, ports, neo4j.factWriter());
        server = Optional.of(started);
        return started;
    }

    private List<Duration> deliverAll(TestServer caucus, int deliveries) throws Exception {
        return deliverAll(caucus, 0, deliveries);
    }

    /** Each at its time, whether those before it have been answered or not; every tenth one is the one before once more. */
    private List<Duration> deliverAll(TestServer caucus, int from, int to) throws Exception {
        var answers = new ArrayList<CompletableFuture<Duration>>();
        long start = System.nanoTime();
        for (int number = from; number < to; number++) {
            long due = start + TimeUnit.SECONDS.toNanos(number - from) / DELIVERIES_A_SECOND;
            while (System.nanoTime() < due) {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            }
            int event = number % 10 == 9 ? number - 1 : number;
            answers.add(client.sendAsync(
                            signed(caucus, engagement(event), "application/cloudevents+json"), BodyHandlers.ofString())
                    .thenApply(answer -> {
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                        return Duration.ofNanos(System.nanoTime() - due);
                    }));
        }
        var waits = new ArrayList<Duration>();
        for (var answer : answers) {
            waits.add(answer.get(30, TimeUnit.SECONDS));
        }
        return waits;
    }

    private HttpResponse<String> deliver(TestServer caucus, String body, String type)
            throws IOException, InterruptedException {
        return client.send(signed(caucus, body, type), BodyHandlers.ofString());
    }

    private static HttpRequest signed(TestServer caucus, String body, String type) {
        return caucus.request("/webhooks/events")
                .header("Authorization", "Bearer " + SECRET)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> deliverFromHubSpot(TestServer caucus, String name) throws Exception {
        var body = """
                [{"eventId":1,"subscriptionId":2,"portalId":3,"occurredAt":%d,"subscriptionType":"company.propertyChange",\
                "objectId":5500,"propertyName":"name","propertyValue":"%s"}]""".formatted(RandomWorlds.NOW.minusSeconds(60).toEpochMilli(), name);
        var time = Long.toString(Instant.now().toEpochMilli());
        var request = caucus.request("/webhooks/crm")
                .header("X-HubSpot-Request-Timestamp", time)
                .header("X-HubSpot-Signature-v3", hubSpotSignature(body, time))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String hubSpotSignature(String body, String time) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(CLIENT_SECRET.getBytes(UTF_8), "HmacSHA256"));
        var signed = "POSThttps://caucus.example.com/webhooks/crm" + body + time;
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    private static String engagement(int number) {
        return event(number, "engagement", """
                {"id":"visit-%d","account":"hubspot:%d","kind":"VISIT","side":"BUYER","performedBy":["hubspot:17"]}""".formatted(number, 5500 + number % 50));
    }

    private static String event(int number, String type, String data) {
        return """
                {"specversion":"1.0","id":"%d","source":"/test","type":"io.caucus.%s","time":"%s","data":%s}""".formatted(number, type, RandomWorlds.NOW.minusSeconds(7_200 - number % 3_600), data);
    }

    private boolean accountNamed(TestServer caucus, String name) throws IOException, InterruptedException {
        var query = "query($first: Int!) { accounts(first: $first) { nodes { key name } } }";
        return caucus.answer(query, Map.of("first", 10)).toString().contains("\"" + name + "\"");
    }

    private int engagements() {
        try (var session = database.driver().session()) {
            return session.run("MATCH (e:Engagement) RETURN count(e) AS n")
                    .single()
                    .get("n")
                    .asInt();
        }
    }

    private static long databaseProcess() {
        var folder = Path.of(
                "target", "neo4j-server", Long.toString(ProcessHandle.current().pid()));
        return LocalNeo4j.running(folder).orElseThrow().pid();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var deadline = Instant.now().plusSeconds(60 + 4L * SECONDS_FROZEN);
        while (!condition.call()) {
            assertThat(Instant.now()).as("it happens in time").isBefore(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
