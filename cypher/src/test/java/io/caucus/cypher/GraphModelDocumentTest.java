package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code mvn test -pl cypher -am -Dcaucus.update-docs=true} writes the generated parts of the page anew. */
class GraphModelDocumentTest {

    private static final Path PAGE = Path.of(System.getProperty("caucus.root", "."), "docs", "graph-model.md");

    @Test
    void thePictureAndTheTablesAreTheVocabulary() throws IOException {
        var page = GraphModelDocument.of(Files.readString(PAGE));
        if (Boolean.getBoolean("caucus.update-docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("generated; run mvn test -pl cypher -am -Dcaucus.update-docs=true")
                .hasContent(page);
    }
}
