package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever bytes lie in a file: an import of it adds up. Runs when it is asked for, since the fuzzer instruments the classes of
 * the whole test run: {@code mvn test -pl ingest -am -DexcludedGroups= -Dgroups=fuzz} runs the inputs kept in the resources, and
 * with {@code JAZZER_FUZZ=1} and the name of one method in {@code -Dtest} that one makes up others for a minute, led by
 * the code they reach.
 */
@Tag("fuzz")
class ParsersFuzzTest {

    @TempDir
    private Path temporary = Path.of("");

    @FuzzTest(maxDuration = "60s")
    void anyCsvIsRowsOrRejects(byte[] content) throws IOException {
        assertAddsUp("contacts.csv", content);
    }

    @FuzzTest(maxDuration = "60s")
    void anyJsonLinesAreRowsOrRejects(byte[] content) throws IOException {
        assertAddsUp("contacts.jsonl", content);
    }

    @FuzzTest(maxDuration = "60s")
    void anyGzipIsRowsOrRejects(byte[] content) throws IOException {
        assertAddsUp("contacts.csv.gz", content);
    }

    private void assertAddsUp(String name, byte[] content) throws IOException {
        var trial = new ImportTrial(temporary).file(name, content);

        var report = trial.runHubSpot();

        assertThat(report.read()).isEqualTo(report.accepted() + report.rejected() + report.duplicate());
        assertThat(trial.rejected()).hasSize((int) report.rejected());
    }

    @FuzzTest(maxDuration = "60s")
    void anyMappingIsReadOrRefused(byte[] content) {
        try {
            Mapping.parse("crm.yaml", new String(content, UTF_8));
        } catch (ImportRefused e) {
            assertThat(e).hasMessageContaining("crm.yaml:");
        }
    }
}
