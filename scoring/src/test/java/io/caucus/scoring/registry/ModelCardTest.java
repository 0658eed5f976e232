package io.caucus.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caucus.scoring.learn.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mvn test -pl scoring -am -Dcaucus.update-docs=true} writes the example anew. */
@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class ModelCardTest {

    private static final Path PAGE = Path.of(System.getProperty("caucus.root", ".."), "docs", "model-card.md");
    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");

    @TempDir
    private Path folder;

    private Optional<PlantedModels> models = Optional.empty();

    @BeforeEach
    void train() throws IOException {
        models = Optional.of(PlantedModels.in(folder));
    }

    private ModelRegistry registry() {
        return new ModelRegistry(folder.resolve("models"), Duration.ofSeconds(20));
    }

    private String card(Path model) throws IOException {
        registry().register(model, new UserName("Ana"), MONDAY);
        var version = registry().read().get(ModelFolder.name(model));
        return Files.readString(version.card());
    }

    /** Hashes and versions of libraries are those of nobody, so that the page changes with what it says only. */
    @Test
    void theExampleIsWhatTheRegistryWrites() throws IOException {
        card(models.orElseThrow().trained());
        registry().promote("challenger", new UserName("Bo"), MONDAY.plusSeconds(3600), Optional.empty());
        var version =
                registry().read().get(ModelFolder.name(models.orElseThrow().trained()));
        var card = Files.readString(version.card());
        var page = Pattern.compile("[0-9a-f]{64}")
                .matcher(card.replace(version.name(), "model-0123456789abcdef"))
                .replaceAll("…");

        if (Boolean.getBoolean("caucus.update-docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("generated; run mvn test -pl scoring -am -Dcaucus.update-docs=true")
                .hasContent(page);
    }

    @Test
    void aCardSaysWhatItIsForAndWhatItIsNotFor() throws IOException {
        assertThat(card(models.orElseThrow().trained()))
                .contains("**What is predicted.** a lead buys within 30 days.")
                .contains("without a person who decides it")
                .contains("one's own people")
                .contains("| calls | the seller can change it (seller\\_inputs: true lets it in) |")
                .contains("| country | protected |")
                .contains("| base rate | ")
                .contains("| mail\\|list | ")
                .contains("Ana registered");
    }

    @Test
    void aCardTellsItsLimits() throws IOException {
        var model = models.orElseThrow()
                .plant(
                        folder,
                        2,
                        rows -> rows,
                        report -> ((ObjectNode) report.required("windows")).put("embargoDays", 7));

        assertThat(card(model))
                .contains("- How it would really have done: 7 days lie between windows, fewer than the 30");
    }

    @Test
    void namesFromDataFormatNothing() throws IOException {
        var hostile = "wins | <script>`x`</script>\n# big [a](http://b) *c*";
        var model = models.orElseThrow().plant(folder, 2, rows -> rows, report -> report.put("target", hostile));

        assertThat(card(model))
                .contains("wins \\| \\<script\\>\\`x\\`\\</script\\> \\# big \\[a\\](http://b) \\*c\\*.")
                .doesNotContain("\n# big");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        plain;        plain
        a|b;          a\\|b
        a`b;          a\\`b
        "a\nb\r\tc";  a b c
        <b>&amp;      \\<b\\>\\&amp
        snake_case;   snake\\_case
        """)
    void whatFormatsIsEscaped(String words, String safe) {
        assertThat(Markdown.text(words)).isEqualTo(safe);
    }

    @Test
    void whatTurnsTheDirectionOfWritingIsTakenOut() {
        assertThat(Markdown.text("abc\u202edef")).isEqualTo("abcdef");
    }

    @Test
    void aVeryLongNameIsCut() {
        assertThat(Markdown.name("x".repeat(500))).hasSize(201).endsWith("…");
        assertThat(Markdown.text("x".repeat(500))).hasSize(500);
    }
}
