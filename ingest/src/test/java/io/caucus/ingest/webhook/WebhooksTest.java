package io.caucus.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.ingest.InMemoryGraph;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.event.EventTelling;
import io.caucus.ingest.spool.SpoolLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the door to the graph. */
class WebhooksTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final String SECRET = "whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQ=";
    private static final SpoolLimits LIMITS = new SpoolLimits(1_000, 50_000, 0, Duration.ZERO, 0);

    /** What the graph's driver throws when the database is away. */
    private static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final InMemoryGraph graph = new InMemoryGraph();
    private final AtomicBoolean isAway = new AtomicBoolean();
    private final FactWriter writer = (batchId, batch) -> {
        if (isAway.get()) {
            throw new Away();
        }
        return graph.write(batchId, batch);
    };

    @TempDir
    Path dataFolder;

    @Test
    void whatIsDeliveredIsToldAndItsRecordLeadsBackToTheDelivery() throws IOException {
        try (var webhooks = open()) {
            var answer = webhooks.receive("shop", industry(1, "Software"), "");

            assertThat(answer).isEqualTo(new WebhookAnswer.Accepted("1-8", WebhookKind.CLOUDEVENTS, 1));
            await(() -> graph.size() == 1);
            var record = graph.records().getFirst();
            assertThat(record.file()).isEqualTo("1-8");
            assertThat(Webhooks.show(dataFolder, record.file()).orElseThrow())
                    .contains("\"source\":\"shop\"", "an unknown field")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void whatComesTwiceCountsOnce() throws IOException {
        try (var webhooks = open()) {
            webhooks.receive("shop", industry(1, "Software"), "");
            webhooks.receive("shop", industry(1, "Software"), "");
            webhooks.receive("shop", industry(2, "Energy"), "");

            await(() -> graph.size() == 2);
        }
        assertThat(graph.facts(FieldChange.class))
                .extracting(FieldChange::value)
                .containsExactly("Software", "Energy");
    }

    @Test
    void whileTheGraphIsAwayDeliveriesAreAcceptedUntilTheBoundAndThenNot() throws IOException {
        isAway.set(true);
        try (var webhooks = open()) {
            int accepted = 0;
            while (webhooks.receive("shop", industry(accepted, "Industry " + accepted), "")
                    instanceof WebhookAnswer.Accepted) {
                accepted++;
            }
            int kept = accepted;

            assertThat(kept).isBetween(50, 500);
            assertThat(webhooks.receive("shop", industry(kept, "x"), "")).isInstanceOf(WebhookAnswer.Busy.class);
            isAway.set(false);
            await(() -> graph.size() == kept);
            assertThat(webhooks.receive("shop", industry(kept, "x"), "")).isInstanceOf(WebhookAnswer.Accepted.class);
        }
    }

    @Test
    void whatWasAcceptedIsToldByTheNextProcess() throws IOException {
        isAway.set(true);
        try (var webhooks = open()) {
            webhooks.receive("shop", industry(1, "Software"), "");
        }
        isAway.set(false);

        try (var webhooks = open()) {
            await(() -> graph.size() == 1);
            assertThat(webhooks).isNotNull();
        }
    }

    @Test
    void anEventThatCannotBeToldIsPendingAndBlocksNothing() throws IOException {
        try (var webhooks = open()) {
            webhooks.receive(
                    "shop",
                    event(1, "io.caucus.account.change", "{\"id\":\"42\",\"field\":\"COLOUR\",\"value\":\"x\"}"),
                    "");
            webhooks.receive("shop", industry(2, "Software"), "");
            await(() -> graph.size() == 1 && !Pending.in(dataFolder).list().isEmpty());
        }

        assertThat(Pending.in(dataFolder).list()).singleElement().satisfies(pending -> {
            assertThat(pending.code()).isEqualTo(RejectCode.UNKNOWN_VALUE);
            assertThat(pending.source()).isEqualTo("shop");
            assertThat(pending.line()).isOne();
            assertThat(pending.firstTry()).isEqualTo(NOW);
            assertThat(pending.tries()).isOne();
        });
    }

    @Test
    void anEventTheGraphRefusesIsPendingAndItsNeighboursAreTold() throws IOException {
        FactWriter choosy = (batchId, batch) -> {
            if (batch.toString().contains("Poison")) {
                throw new IllegalStateException("no such thing");
            }
            return graph.write(batchId, batch);
        };
        try (var webhooks = Webhooks.open(dataFolder(), LIMITS, choosy, graph, Away.class::isInstance, CLOCK)) {
            for (int number = 0; number < 5; number++) {
                webhooks.receive("shop", industry(number, number == 2 ? "Poison" : "Software"), "");
            }
            await(() -> graph.size() == 4);
            await(() -> Pending.in(dataFolder).list().size() == 1);
        }
    }

    @Test
    void pendingEventsAreToldOnceWhatTheyLackedIsThere() throws IOException {
        var track = new WebhookRequest(
                "/webhooks/site",
                Map.of(
                        "x-signature",
                        hexSha1(
                                "{\"type\":\"track\",\"messageId\":\"m1\",\"userId\":\"u1\",\"event\":\"x\",\"timestamp\":\"2026-11-01T09:00:00Z\"}")),
                "{\"type\":\"track\",\"messageId\":\"m1\",\"userId\":\"u1\",\"event\":\"x\",\"timestamp\":\"2026-11-01T09:00:00Z\"}"
                        .getBytes(UTF_8),
                NOW);
        var telling = new EventTelling(writer, graph);
        try (var webhooks = open()) {
            webhooks.receive("site", track, "");
            await(() -> Pending.in(dataFolder).list().size() == 1);
            assertThat(Pending.in(dataFolder).replay(telling, "replay", NOW.plusSeconds(60)))
                    .isZero();
            assertThat(Pending.in(dataFolder).list().getFirst().tries()).isEqualTo(2);

            webhooks.receive(
                    "shop", event(1, "io.caucus.employment", "{\"person\":\"site:user-u1\",\"account\":\"42\"}"), "");
            await(() -> graph.size() == 1);
        }

        assertThat(Pending.in(dataFolder).replay(telling, "replay", NOW.plusSeconds(120)))
                .isOne();
        assertThat(Pending.in(dataFolder).list()).isEmpty();
        assertThat(graph.size()).isEqualTo(2);
    }

    @Test
    void whoCannotProveItIsNotToldWhichSourcesThereAre() throws IOException {
        try (var webhooks = open()) {
            var forged = new WebhookRequest("/webhooks/shop", Map.of(), "{}".getBytes(UTF_8), NOW);

            assertThat(webhooks.receive("shop", forged, "")).isEqualTo(new WebhookAnswer.NotGenuine());
            assertThat(webhooks.receive("nobody-here", forged, "")).isEqualTo(new WebhookAnswer.NotGenuine());
        }
    }

    @Test
    void aSourceThatIsAddedMayDeliverAtOnce() throws IOException {
        try (var webhooks = open()) {
            var later = industry(1, "Software");
            assertThat(webhooks.receive("later", later, "")).isInstanceOf(WebhookAnswer.NotGenuine.class);

            WebhookSettings.read(dataFolder)
                    .with(new WebhookSource("later", WebhookKind.CLOUDEVENTS, SECRET, List.of()))
                    .writeTo(dataFolder);
            Files.setLastModifiedTime(
                    dataFolder.resolve(WebhookSettings.FILE),
                    FileTime.from(Instant.now().plusSeconds(9)));

            assertThat(webhooks.receive("later", later, "")).isInstanceOf(WebhookAnswer.Accepted.class);
        }
    }

    @Test
    void settingsThatCannotBeMeantAreNamedWithTheirLine() throws IOException {
        for (String line : List.of(
                "x.kind = pigeon\nx.secret = 0123456789abcdef",
                "x.kind = hubspot",
                "colour = red",
                "x.kind = segment\nx.secret = short",
                "x.kind = salesforce-outbound\nx.secret = 0123456789abcdef",
                "X.kind = segment\nX.secret = 0123456789abcdef")) {
            Files.writeString(dataFolder.resolve(WebhookSettings.FILE), line);
            assertThatExceptionOfType(WebhookSettingsRefused.class)
                    .as(line)
                    .isThrownBy(() -> WebhookSettings.read(dataFolder))
                    .withMessageContaining(WebhookSettings.FILE)
                    .withMessageNotContaining("0123456789abcdef");
        }
    }

    @Test
    void settingsAreReadAsTheyWereWritten() {
        var source = new WebhookSource(
                "crm", WebhookKind.SALESFORCE_OUTBOUND, "back\\slash and = : #", List.of("00D5g00000ABCDEEA4"));
        var settings = new WebhookSettings(Optional.of("https://caucus.example.com"), Map.of("crm", source));

        var organization = WebhookSettings.organization("00D5g00000ABCDE");
        settings.with(new WebhookSource("crm", source.kind(), source.secret(), List.of(organization)))
                .writeTo(dataFolder);

        var read = WebhookSettings.read(dataFolder);
        assertThat(read.publicUrl()).contains("https://caucus.example.com");
        assertThat(read.find("crm").orElseThrow().secret()).isEqualTo(source.secret());
        assertThat(source).asString().doesNotContain(source.secret());
    }

    private Webhooks open() throws IOException {
        return Webhooks.open(dataFolder(), LIMITS, writer, graph, Away.class::isInstance, CLOCK);
    }

    private Path dataFolder() throws IOException {
        Files.writeString(dataFolder.resolve(WebhookSettings.FILE), """
                shop.kind = cloudevents
                shop.secret = %s
                site.kind = segment
                site.secret = 0123456789abcdef
                """.formatted(SECRET));
        return dataFolder;
    }

    private static WebhookRequest industry(int number, String industry) {
        return event(
                number,
                "io.caucus.account.change",
                "{\"id\":\"42\",\"field\":\"INDUSTRY\",\"value\":\"%s\",\"more\":\"an unknown field\"}"
                        .formatted(industry));
    }

    private static WebhookRequest event(int number, String type, String data) {
        var body = """
                {"specversion":"1.0","id":"%d","source":"/shop","type":"%s","time":"2026-11-01T09:00:00Z","data":%s}
                """.formatted(number, type, data);
        return new WebhookRequest(
                "/webhooks/shop",
                Map.of("authorization", "Bearer " + SECRET, "content-type", "application/cloudevents+json"),
                body.getBytes(UTF_8),
                NOW);
    }

    private static String hexSha1(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec("0123456789abcdef".getBytes(UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        var deadline = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it happens in time").isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
