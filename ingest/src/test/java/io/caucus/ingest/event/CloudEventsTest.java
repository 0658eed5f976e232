package io.caucus.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {

    @Test
    void whatTheCloudEventsLibraryWritesIsRead() throws NotAnEvent {
        var written = new JsonFormat()
                .serialize(CloudEventBuilder.v1()
                        .withId("17")
                        .withSource(URI.create("/shop"))
                        .withType("io.caucus.user")
                        .withTime(OffsetDateTime.parse("2026-11-01T09:00:00Z"))
                        .withExtension("tenant", "eu")
                        .withData("application/json", "{\"id\":\"u-1\",\"name\":\"Pam\"}".getBytes(UTF_8))
                        .build());

        var read = CloudEvents.read(Map.of("content-type", CloudEvents.STRUCTURED), written);

        assertThat(read).singleElement().satisfies(event -> {
            assertThat(List.of(event.id(), event.source(), event.type()))
                    .containsExactly("17", "/shop", "io.caucus.user");
            assertThat(event.time()).contains("2026-11-01T09:00:00Z");
            assertThat(event.data().orElseThrow().path("name").asText()).isEqualTo("Pam");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":1,\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"data_base64\":\"?\"}"
            })
    void whatLacksAnAttributeIsNoEvent(String body) {
        assertThatExceptionOfType(NotAnEvent.class)
                .isThrownBy(
                        () -> CloudEvents.read(Map.of("content-type", CloudEvents.STRUCTURED), body.getBytes(UTF_8)));
    }

    @Test
    void aMessageThatSaysNotWhatItIsIsNoEvent() {
        assertThatExceptionOfType(NotAnEvent.class)
                .isThrownBy(() -> CloudEvents.read(Map.of("content-type", "application/json"), "{}".getBytes(UTF_8)))
                .withMessageContaining(CloudEvents.BATCH);
    }

    @Test
    void longNumbersStayWhatTheyAre() throws NotAnEvent {
        var scalars = EventJson.scalars(
                EventJson.parse("{\"id\":9007199254740993,\"amount\":0.10,\"huge\":1e99999}".getBytes(UTF_8)));

        assertThat(scalars)
                .containsEntry("id", "9007199254740993")
                .containsEntry("amount", "0.10")
                .containsEntry("huge", "1E+99999");
    }
}
