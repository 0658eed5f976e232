package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LocalFeatureBenchTest {

    @Test
    void featuresAreMeasuredBesideAPlainLoop(@TempDir Path folder) {
        var said = new StringWriter();

        int exitCode = new CommandLine(new Main())
                .setOut(new PrintWriter(said))
                .execute("PERF-7", "--accounts", "5", "--events", "20", "--rounds", "1", "--out", folder.toString());

        assertThat(exitCode).isZero();
        assertThat(said.toString())
                .contains("5 accounts of 15 people and 20 events, one core")
                .containsPattern("plain loop over arrays[^\\n]*\\n +Caucus");
        assertThat(folder.resolve("PERF-7.png")).isNotEmptyFile();
        assertThat(folder.resolve("PERF-7.json")).content().contains("\"works\"");
    }

    @Test
    void roundsOfNothingAreRefused() {
        var said = new StringWriter();

        int exitCode = new CommandLine(new Main()).setErr(new PrintWriter(said)).execute("PERF-7", "--accounts", "0");

        assertThat(exitCode).isEqualTo(2);
        assertThat(said.toString()).contains("0 accounts of 15 people", "each must be at least 1");
    }

    @Test
    void drawnAccountsHaveWhatWasAskedForAndAreTheSameForASeed() {
        var history = new DrawnAccounts(15, 100, 3).history(0);

        assertThat(history.people()).hasSize(15);
        assertThat(history.engagements()).hasSize(100);
        assertThat(new DrawnAccounts(15, 100, 3).history(0)).isEqualTo(history);
        assertThat(new DrawnAccounts(15, 100, 4).history(0)).isNotEqualTo(history);
    }

    /** Ten days ago somebody acted twice, forty days ago somebody else once, and we wrote yesterday. */
    @Test
    void aPassOverArraysFadesAndCounts() {
        long day = 86_400;
        var arrays = new EventArrays(new long[] {10 * day, 10 * day, 40 * day, day}, new int[] {0, 0, 1, -1}, 2);

        double faded = 2 * Math.exp(-10 / 14.0) + Math.exp(-40 / 14.0);
        assertThat(arrays.pass()).isCloseTo(faded + 1 + 10 * day, within(1e-6));
    }
}
