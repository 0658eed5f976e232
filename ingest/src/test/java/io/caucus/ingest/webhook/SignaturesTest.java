package io.caucus.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignaturesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final String URL = "https://caucus.example.com";
    private static final String BODY = "{\"type\":\"io.caucus.user\"}";
    private static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("0123456789abcdef01234567".getBytes(UTF_8));

    private static final WebhookSource HUBSPOT = source(WebhookKind.HUBSPOT, "a client secret of the app");
    private static final WebhookSource STANDARD = source(WebhookKind.STANDARD, SECRET);
    private static final WebhookSource SEGMENT = source(WebhookKind.SEGMENT, "a shared secret of both");
    private static final WebhookSource EVENTS = source(WebhookKind.CLOUDEVENTS, SECRET);

    @Test
    void aRequestSignedAsHubSpotSignsIsGenuine() {
        assertThat(isGenuine(HUBSPOT, hubSpot(NOW))).isTrue();
        assertThat(isGenuine(HUBSPOT, hubSpot(NOW.minus(Duration.ofMinutes(5)))))
                .isTrue();
    }

    @Test
    void whatTheLibraryOfStandardWebhooksSignsIsGenuineAndTheOtherWayRound() throws Exception {
        var library = new Webhook(SECRET);
        long seconds = Instant.now().getEpochSecond();
        var signature = library.sign("msg_1", seconds, BODY);
        var headers = standard("msg_1", seconds, "v1a,unknown " + signature);

        assertThat(Signatures.isGenuine(STANDARD, request(headers, BODY, Instant.ofEpochSecond(seconds)), URL))
                .isTrue();
        assertThat(Signatures.isGenuine(EVENTS, request(headers, BODY, Instant.ofEpochSecond(seconds)), URL))
                .isTrue();
        assertThat(signature)
                .isEqualTo("v1,"
                        + base64(
                                "HmacSHA256",
                                "0123456789abcdef01234567".getBytes(UTF_8),
                                "msg_1.%d.%s".formatted(seconds, BODY)));
    }

    @Test
    void aRequestSignedAsSegmentSignsIsGenuine() {
        assertThat(isGenuine(SEGMENT, request(Map.of("x-signature", segment(BODY)), BODY, NOW)))
                .isTrue();
    }

    @Test
    void aBearerOfTheSecretIsGenuine() {
        assertThat(isGenuine(EVENTS, request(Map.of("authorization", "Bearer " + SECRET), BODY, NOW)))
                .isTrue();
    }

    @Test
    void whoeverKnowsTheSecretAddressMaySendOutboundMessages() {
        var source = new WebhookSource(
                "src", WebhookKind.SALESFORCE_OUTBOUND, "0123456789abcdef", List.of("00D5g00000ABCDEEAY"));

        assertThat(isGenuine(source, new WebhookRequest("/webhooks/src/0123456789abcdef", Map.of(), new byte[0], NOW)))
                .isTrue();
        assertThat(isGenuine(source, new WebhookRequest("/webhooks/src/0123456789abcdee", Map.of(), new byte[0], NOW)))
                .isFalse();
        assertThat(isGenuine(source, new WebhookRequest("/webhooks/src", Map.of(), new byte[0], NOW)))
                .isFalse();
    }

    record Forgery(String what, WebhookSource source, WebhookRequest request) {

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Forgery> forgeries() {
        var signed = hubSpot(NOW);
        long seconds = NOW.getEpochSecond();
        var standard = standard("msg_1", seconds, standardSignature("msg_1", seconds));
        return List.of(
                new Forgery("HubSpot, nothing signed", HUBSPOT, request(Map.of(), BODY, NOW)),
                new Forgery("HubSpot, another body", HUBSPOT, request(signed.headers(), BODY + " ", NOW)),
                new Forgery(
                        "HubSpot, another address",
                        HUBSPOT,
                        new WebhookRequest("/webhooks/src?x=1", signed.headers(), BODY.getBytes(UTF_8), NOW)),
                new Forgery("HubSpot, overheard six minutes ago", HUBSPOT, hubSpot(NOW.minus(Duration.ofMinutes(6)))),
                new Forgery("HubSpot, from six minutes ahead", HUBSPOT, hubSpot(NOW.plus(Duration.ofMinutes(6)))),
                new Forgery(
                        "HubSpot, a fresh time on an old signature",
                        HUBSPOT,
                        request(
                                with(
                                        hubSpot(NOW.minus(Duration.ofHours(1))).headers(),
                                        "x-hubspot-request-timestamp",
                                        Long.toString(NOW.toEpochMilli())),
                                BODY,
                                NOW)),
                new Forgery(
                        "HubSpot, a time that is none",
                        HUBSPOT,
                        request(with(signed.headers(), "x-hubspot-request-timestamp", "soon"), BODY, NOW)),
                new Forgery(
                        "HubSpot, its first signature version",
                        HUBSPOT,
                        request(Map.of("x-hubspot-signature", "abc", "x-hubspot-signature-version", "v1"), BODY, NOW)),
                new Forgery(
                        "Standard, another id", STANDARD, request(with(standard, "webhook-id", "msg_2"), BODY, NOW)),
                new Forgery("Standard, another body", STANDARD, request(standard, BODY + "\n", NOW)),
                new Forgery(
                        "Standard, another version's signature",
                        STANDARD,
                        request(
                                with(
                                        standard,
                                        "webhook-signature",
                                        standardSignature("msg_1", seconds).replace("v1,", "v1a,")),
                                BODY,
                                NOW)),
                new Forgery("Standard, overheard", STANDARD, request(standard, BODY, NOW.plus(Duration.ofMinutes(6)))),
                new Forgery(
                        "Standard, without an id", STANDARD, request(Map.of("webhook-signature", "v1,abc"), BODY, NOW)),
                new Forgery(
                        "Segment, in base64",
                        SEGMENT,
                        request(
                                Map.of(
                                        "x-signature",
                                        base64("HmacSHA1", SEGMENT.secret().getBytes(UTF_8), BODY)),
                                BODY,
                                NOW)),
                new Forgery(
                        "Segment, of another body", SEGMENT, request(Map.of("x-signature", segment("{}")), BODY, NOW)),
                new Forgery(
                        "Segment, cut short",
                        SEGMENT,
                        request(Map.of("x-signature", segment(BODY).substring(0, 20)), BODY, NOW)),
                new Forgery(
                        "Bearer of another secret",
                        EVENTS,
                        request(Map.of("authorization", "Bearer guess"), BODY, NOW)),
                new Forgery("Bearer of nothing", EVENTS, request(Map.of("authorization", "Bearer "), BODY, NOW)),
                new Forgery(
                        "A bad signature beside a good token",
                        EVENTS,
                        request(
                                Map.of("authorization", "Bearer " + SECRET, "webhook-signature", "v1,abc"),
                                BODY,
                                NOW)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgeryIsRefused(Forgery forgery) {
        assertThat(isGenuine(forgery.source(), forgery.request())).isFalse();
    }

    private static boolean isGenuine(WebhookSource source, WebhookRequest request) {
        return Signatures.isGenuine(source, request, URL);
    }

    private static WebhookSource source(WebhookKind kind, String secret) {
        return new WebhookSource("src", kind, secret, List.of());
    }

    private static WebhookRequest request(Map<String, String> headers, String body, Instant at) {
        return new WebhookRequest("/webhooks/src", headers, body.getBytes(UTF_8), at);
    }

    private static WebhookRequest hubSpot(Instant signedAt) {
        var time = Long.toString(signedAt.toEpochMilli());
        var text = "POST" + URL + "/webhooks/src" + BODY + time;
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-hubspot-request-timestamp", time);
        headers.put(
                "x-hubspot-signature-v3", base64("HmacSHA256", HUBSPOT.secret().getBytes(UTF_8), text));
        return request(headers, BODY, NOW);
    }

    private static Map<String, String> standard(String id, long seconds, String signature) {
        return Map.of("webhook-id", id, "webhook-timestamp", Long.toString(seconds), "webhook-signature", signature);
    }

    private static String standardSignature(String id, long seconds) {
        try {
            return new Webhook(SECRET).sign(id, seconds, BODY);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String segment(String body) {
        return HexFormat.of().formatHex(mac("HmacSHA1", SEGMENT.secret().getBytes(UTF_8), body));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var changed = new TreeMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    private static String base64(String algorithm, byte[] key, String text) {
        return Base64.getEncoder().encodeToString(mac(algorithm, key, text));
    }

    private static byte[] mac(String algorithm, byte[] key, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
