package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TruthBenchTest {

    @ParameterizedTest
    @ValueSource(strings = {"TRUTH-1", "TRUTH-2", "TRUTH-3"})
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

    /** Companies of good investors are acquired; nothing else tells which. */
    @Test
    void theGraphTellsWhatRowsDoNot(@TempDir Path folder) throws Exception {
        new DrawnStartups(1).write(folder.resolve("crunchbase-2013"), false);

        var said = lift(folder);

        assertThat(said).contains("flat + graph", "2009-01 → 2011-07", "Saved as");
        assertThat(meanAuc("graph alone", said)).isGreaterThan(meanAuc("flat", said) + 0.1);
        assertThat(folder.resolve("out/TRUTH-1.png")).isNotEmptyFile();
        assertThat(folder.resolve("out/TRUTH-1.json")).isNotEmptyFile();
    }

    @Test
    void whatIsWrittenLaterChangesNothing(@TempDir Path folder, @TempDir Path later) throws Exception {
        new DrawnStartups(2).write(folder.resolve("crunchbase-2013"), false);
        new DrawnStartups(2).write(later.resolve("crunchbase-2013"), true);

        assertThat(table(lift(later))).isEqualTo(table(lift(folder)));
    }

    @Test
    void theIntervalOfALiftHoldsTheLift() {
        var random = new SplittableRandom(3);
        var better = new Ranking();
        var worse = new Ranking();
        for (int row = 0; row < 500; row++) {
            boolean isTrue = random.nextInt(5) == 0;
            better.add(random.nextDouble() + (isTrue ? 0.4 : 0), isTrue);
            worse.add(random.nextDouble(), isTrue);
        }

        var interval = Interval.ofLift(List.of(better), List.of(worse), 400, 1);

        assertThat(better.auc() - worse.auc()).isBetween(interval.low(), interval.high());
        assertThat(interval.low()).isPositive();
        assertThat(Interval.ofLift(List.of(worse), List.of(worse), 400, 1)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void aRankingDrawnAnewIsJudgedAsIfItsRowsWereTheseOnly() {
        var ranking = new Ranking();
        ranking.add(3, true);
        ranking.add(2, false);
        ranking.add(1, true);
        ranking.add(2, false);

        assertThat(ranking.auc(new int[] {2, 1, 1, 0})).isEqualTo(2.0 / 3, within(1e-15));
    }

    private static String lift(Path folder) {
        var said = new StringWriter();
        int exitCode = new CommandLine(new Main())
                .setOut(new PrintWriter(said))
                .execute(
                        "TRUTH-1",
                        "--data",
                        folder.toString(),
                        "--out",
                        folder.resolve("out").toString());
        assertThat(exitCode).isZero();
        return said.toString();
    }

    private static String table(String said) {
        return said.substring(said.indexOf("Penalty"), said.indexOf("Saved"));
    }

    private static double meanAuc(String columns, String said) {
        var line = said.lines()
                .filter(each -> each.startsWith(columns))
                .findFirst()
                .orElseThrow();
        var cells = line.split(" +", -1);
        return Double.parseDouble(cells[cells.length - 3]);
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
