package io.caucus.api.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The files that are served as whole pages. Everything they load is a static resource. */
@Singleton
final class Pages {

    private final byte[] index = read("/ui/index.html");
    private final byte[] queryEditor = read("/io/caucus/api/http/graphiql.html");
    private final byte[] queryEditorScript = read("/io/caucus/api/http/graphiql.js");
    private final byte[] queryEditorStyle = read("/io/caucus/api/http/graphiql.css");
    private final byte[] signedOutStyle = read("/io/caucus/api/http/signed-out.css");

    byte[] index() {
        return index.clone();
    }

    byte[] queryEditor() {
        return queryEditor.clone();
    }

    byte[] queryEditorScript() {
        return queryEditorScript.clone();
    }

    byte[] queryEditorStyle() {
        return queryEditorStyle.clone();
    }

    byte[] signedOutStyle() {
        return signedOutStyle.clone();
    }

    static byte[] read(String resource) {
        try (var stream = Pages.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "'%s' is not on the class path; build the whole project".formatted(resource));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read".formatted(resource), e);
        }
    }
}
