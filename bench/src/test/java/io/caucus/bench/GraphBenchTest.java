package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GraphBenchTest {

    /** That contenders come to the same is checked while they are measured. */
    @Test
    void everyWorkIsMeasuredBesideItsPeerOrLimit(@TempDir Path folder) {
        var said = run(folder, List.of());

        assertThat(said)
                .contains(
                        "PageRank, an iteration",
                        "bare pass with a look-up",
                        "embeddings, a power",
                        "similarity",
                        "GDS is not measured")
                .containsPattern("PageRank, smaller[^\\n]*\\n +JGraphT[^\\n]*\\n +Caucus");
        assertThat(folder.resolve("PERF-6.png")).isNotEmptyFile();
        assertThat(folder.resolve("PERF-6.json")).content().contains("\"works\"");
    }

    @Test
    void aPeerThatIsNotThereIsNamed(@TempDir Path folder) {
        var said = run(folder, List.of("--python", "no-such-python"));

        assertThat(said).contains("skipped: python3-igraph not found").doesNotContain("  igraph ");
    }

    @Test
    void aGraphThatCannotBeIsRefused() {
        var said = new StringWriter();

        int exitCode = new CommandLine(new Main())
                .setErr(new PrintWriter(said))
                .execute("PERF-6", "--vertices", "100000000", "--edges", "10");

        assertThat(exitCode).isEqualTo(2);
        assertThat(said.toString()).contains("the vertices times the dimensions, must be below 2³¹");
    }

    @Test
    void drawnEdgesAreTheSameForASeedAndHaveNoLoops() {
        var drawn = new DrawnEdges(50, 400, 3);

        assertThat(edges(new DrawnEdges(50, 400, 3)))
                .isEqualTo(edges(drawn))
                .isNotEqualTo(edges(new DrawnEdges(50, 400, 4)));
        assertThat(IntStream.range(0, 400)).noneMatch(edge -> drawn.one(edge) == drawn.other(edge));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DrawnEdges(1, 1, 1))
                .withMessage("1 vertices and 1 edges: 2 and 1 are the least");
    }

    private static List<String> edges(DrawnEdges drawn) {
        return IntStream.range(0, drawn.edges())
                .mapToObj(edge -> drawn.one(edge) + "–" + drawn.other(edge))
                .toList();
    }

    private static String run(Path folder, List<String> more) {
        var said = new StringWriter();
        var arguments = new ArrayList<>(List.of("PERF-6", "--vertices", "3000", "--edges", "9000", "--dimension", "8"));
        arguments.addAll(List.of("--asked", "8", "--smaller", "3", "--rounds", "1", "--out", folder.toString()));
        arguments.addAll(more);
        int exitCode =
                new CommandLine(new Main()).setOut(new PrintWriter(said)).execute(arguments.toArray(String[]::new));
        assertThat(exitCode).isZero();
        return said.toString();
    }
}
