package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TruthBenchTest {

    @ParameterizedTest
    @ValueSource(strings = {"TRUTH-2", "TRUTH-3"})
    void dataThatIsNotThereIsNamedWithWhatToDo(String benchmark, @TempDir Path folder) {
        var said = new StringWriter();

        int exitCode = new CommandLine(new Main())
                .setErr(new PrintWriter(said))
                .execute(benchmark, "--data", folder.toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(said.toString()).contains("Skipped: data set '", "not found", "--data");
    }

    /** Two people, 0 always followed by 1: the edge is found and nothing else. */
    @Test
    void theEdgesOfASmallNetworkAreFound(@TempDir Path folder) throws Exception {
        for (String set : new String[] {"netinf", "infopath"}) {
            var files = Files.createDirectories(folder.resolve("netinf-snap").resolve(set));
            Files.writeString(files.resolve("example-network.txt"), "0,0\n1,1\n2,2\n\n0,1\n");
            Files.writeString(
                    files.resolve("example-cascades.txt"),
                    "0,0\n1,1\n2,2\n\n1,0.5,0,0.0\n7;0,3.0,1,3.5\n2,9.0,0,5.0\n");
        }
        var said = new StringWriter();

        int exitCode = new CommandLine(new Main())
                .setOut(new PrintWriter(said))
                .execute("TRUTH-3", "--data", folder.toString());

        assertThat(exitCode).isZero();
        assertThat(said.toString())
                .containsPattern("netinf, Caucus +1\\.000 +1\\.000")
                .contains("1 edges, 6 events");
    }

    @Test
    void aRankingIsJudgedWithTiesSharedEvenly() {
        var ranking = new Ranking();
        ranking.add(3, true);
        ranking.add(2, true);
        ranking.add(2, false);
        ranking.add(1, false);

        assertThat(ranking.auc()).isEqualTo(3.5 / 4);
        assertThat(ranking.averagePrecision()).isEqualTo(0.5 + 0.5 * 2 / 3, within(1e-15));
    }
}
