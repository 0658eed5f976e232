package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class TrainingBenchTest {

    @Test
    void trainingScoringAndExplainingAreMeasuredBesideTheLibrary(@TempDir Path folder) {
        var said = new StringWriter();

        int exitCode = new CommandLine(new Main())
                .setOut(new PrintWriter(said))
                .execute(
                        "PERF-8",
                        "--rows",
                        "400",
                        "--inputs",
                        "12",
                        "--trees",
                        "5",
                        "--explained",
                        "10",
                        "--rounds",
                        "1",
                        "--out",
                        folder.toString());

        assertThat(exitCode).isZero();
        assertThat(said.toString())
                .contains("400 rows of 12 inputs, 5 trees of depth 4", "One explanation: ")
                .containsPattern("training[^\\n]*\\n +XGBoost called directly[^\\n]*\\n +Caucus")
                .containsPattern("scoring[^\\n]*\\n +XGBoost called directly[^\\n]*\\n +Caucus")
                .containsPattern("explaining[^\\n]*\\n +XGBoost called directly[^\\n]*\\n +Caucus");
        assertThat(folder.resolve("PERF-8.png")).isNotEmptyFile();
        assertThat(folder.resolve("PERF-8.json")).content().contains("\"works\"");
    }

    @Test
    void moreRowsCannotBeExplainedThanThereAre() {
        var said = new StringWriter();

        int exitCode = new CommandLine(new Main()).setErr(new PrintWriter(said)).execute("PERF-8", "--rows", "10");

        assertThat(exitCode).isEqualTo(2);
        assertThat(said.toString()).contains("10 rows of 80 inputs", "2,000 explained");
    }
}
