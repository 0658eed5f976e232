package io.caucus.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code mvn test -pl features -am -Dcaucus.update-docs=true} writes the page anew. */
class FeatureDocumentTest {

    private static final Path PAGE = Path.of(System.getProperty("caucus.root", "."), "docs", "features.md");

    @Test
    void thePageSaysWhatTheDefinitionsSay() throws IOException {
        var page = FeatureDocument.of(FeatureCatalogue.standard());
        if (Boolean.getBoolean("caucus.update-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("generated; run mvn test -pl features -am -Dcaucus.update-docs=true")
                .hasContent(page);
    }
}
