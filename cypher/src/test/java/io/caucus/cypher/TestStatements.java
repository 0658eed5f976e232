package io.caucus.cypher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Cypher that only tests need, from files of its own. */
final class TestStatements {

    private TestStatements() {}

    static String text(String path) {
        try (var stream = TestStatements.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
