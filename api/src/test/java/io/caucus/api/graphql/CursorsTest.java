package io.caucus.api.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private final Cursors cursors = new Cursors(new byte[32]);

    @Test
    void aCursorReadsBackAsThePlaceItWasWrittenFor() {
        var cursor = cursors.write("accounts", List.of("2026-06-01T12:00:00Z", "crm:1", "Żółw & Söhne"));

        assertThat(cursors.read("accounts", cursor)).containsExactly("2026-06-01T12:00:00Z", "crm:1", "Żółw & Söhne");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        var cursor = cursors.write("accounts by name", List.of("crm:1"));

        assertRefused("accounts by score", cursor);
    }

    @Test
    void whatWasNotWrittenHereIsRefused() {
        var cursor = cursors.write("accounts", List.of("crm:1"));
        var changed = cursor.substring(0, cursor.length() - 1) + (cursor.endsWith("A") ? "B" : "A");

        assertRefused("accounts", changed);
        assertRefused("accounts", "");
        assertRefused("accounts", "!!");
        assertRefused(
                "accounts",
                new Cursors("another key, another server.....".getBytes(UTF_8)).write("accounts", List.of("crm:1")));
    }

    private void assertRefused(String list, String cursor) {
        assertThatExceptionOfType(RequestFailed.class)
                .isThrownBy(() -> cursors.read(list, cursor))
                .withMessageContaining("'after' is not a cursor of this list");
    }
}
