package io.caucus.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.ingest.event.NotAnEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is signed and meant badly, or signed and broken. */
class HostileDeliveriesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    static List<String> brokenJson() {
        return List.of(
                "",
                "null",
                "{",
                "[1]",
                "[{\"objectId\":1,\"objectId\":2}]",
                "[]x",
                "[".repeat(33) + "]".repeat(33),
                "[{\"a\":" + "9".repeat(101) + "}]",
                "[" + "{},".repeat(100) + "{}]");
    }

    @ParameterizedTest
    @MethodSource("brokenJson")
    void jsonBeyondTheBoundsIsNoDelivery(String body) {
        assertThatExceptionOfType(NotAnEvent.class).isThrownBy(() -> check(WebhookKind.HUBSPOT, body));
    }

    @Test
    void theReasonRepeatsNothingOfTheBody() {
        assertThatExceptionOfType(NotAnEvent.class)
                .isThrownBy(() -> check(WebhookKind.HUBSPOT, "[{\"email\":\"ana@acme.example\" oops}]"))
                .withMessageNotContaining("ana");
    }

    @Test
    void aMessageWithADocumentTypeIsRefusedAndNothingOutsideItIsRead() {
        var evil = DeliveryFixture.named("outbound-account")
                .body()
                .replace("?>", "?>\n<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>")
                .replace("Nordwind", "&f;");

        assertThatExceptionOfType(NotAnEvent.class).isThrownBy(() -> check(WebhookKind.SALESFORCE_OUTBOUND, evil));
    }

    @Test
    void entitiesThatGrowAreRefused() {
        var evil = DeliveryFixture.named("outbound-account")
                .body()
                .replace("?>", "?>\n<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")
                .replace("Nordwind", "&b;");

        assertThatExceptionOfType(NotAnEvent.class).isThrownBy(() -> check(WebhookKind.SALESFORCE_OUTBOUND, evil));
    }

    @Test
    void aMessageThatIsTooDeepOrNotUtf8OrFromAStrangerIsRefused() {
        var message = DeliveryFixture.named("outbound-account").body();
        var deep = message.replace("<ActionId>", "<a>".repeat(20) + "</a>".repeat(20) + "<ActionId>");

        assertThatExceptionOfType(NotAnEvent.class).isThrownBy(() -> check(WebhookKind.SALESFORCE_OUTBOUND, deep));
        assertThatExceptionOfType(NotAnEvent.class)
                .isThrownBy(() -> check(
                        WebhookKind.SALESFORCE_OUTBOUND,
                        message.replace("UTF-8", "UTF-16").getBytes(UTF_16)));
        assertThatExceptionOfType(NotAnEvent.class)
                .isThrownBy(() ->
                        check(WebhookKind.SALESFORCE_OUTBOUND, message.replace("00D5g00000ABCDE", "00D5g00000ABCDF")));
    }

    @Test
    void theSessionIdIsNotKept() throws Exception {
        var fixture = DeliveryFixture.named("outbound-account");
        var disguised = new WebhookRequest(
                "/",
                Map.of("authorization", "Bearer secret"),
                fixture.body()
                        .replace("00D5g!AQEAQsecretSessionId", "<![CDATA[secretSessionId]]>")
                        .getBytes(UTF_8),
                NOW);

        for (WebhookRequest request : List.of(fixture.request(), disguised)) {
            var kept = new String(Delivery.of(fixture.source(), request).written(), UTF_8);
            assertThat(kept).doesNotContain("secret").contains("<SessionId></SessionId>", "Nordwind");
        }
    }

    @Test
    void aDeliveryIsReadAsItWasWritten() throws Exception {
        var fixture = DeliveryFixture.named("cloudevent-binary");

        var read =
                Delivery.read(Delivery.of(fixture.source(), fixture.request()).written());

        assertThat(read.body()).isEqualTo(fixture.body().getBytes(UTF_8));
        assertThat(read.headers()).isEqualTo(fixture.headers());
        assertThat(read.receivedAt()).isEqualTo(NOW);
        assertThat(read.source()).isEqualTo("src");
    }

    private static void check(WebhookKind kind, String body) throws NotAnEvent {
        check(kind, body.getBytes(UTF_8));
    }

    private static void check(WebhookKind kind, byte[] body) throws NotAnEvent {
        var organizations = kind == WebhookKind.SALESFORCE_OUTBOUND
                ? List.of(WebhookSettings.organization("00D5g00000ABCDE"))
                : List.<String>of();
        var source = new WebhookSource("src", kind, "0123456789abcdef", organizations);
        var unused = new DeliveredEvents().check(source, new WebhookRequest("/", Map.of(), body, NOW));
    }
}
