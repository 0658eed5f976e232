package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GraphBenchTest {

    /** That contenders come to the same is checked while they are measured. */
    @Test
    void everyWorkIsMeasuredBesideItsPeerOrLimit(@TempDir Path folder) {
        var said = run(folder, List.of());

        assertThat(said)
                .contains("PageRank, an iteration", "bare pass with a look-up", "embeddings, a power", "similarity")
                .containsPattern("PageRank, smaller[^\\n]*\\n +JGraphT[^\\n]*\\n +Caucus");
        assertThat(folder.resolve("PERF-6.png")).isNotEmptyFile();
        assertThat(folder.resolve("PERF-6.json")).content().contains("\"works\"");
    }

    @Test
    void peersThatAreNotThereAreNamed(@TempDir Path folder) {
        var said = run(folder, List.of("--python", "no-such-python", "--gds", "no-such-folder"));

        assertThat(said)
                .contains("skipped: python3-igraph not found", "skipped: GDS not found in no-such-folder")
                .doesNotContain("  igraph ", "  GDS ");
    }

    @Test
    void aFolderWithoutTheJarsOfGraphDataScienceIsNamed(@TempDir Path folder) {
        assertThatIllegalStateException()
                .isThrownBy(() -> GdsServer.start(folder, folder, folder.resolve("out")))
                .withMessageContaining(folder + " has no proc-*.jar of GDS");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    /** That both come to the same highest rank and number of components is checked while they are measured. */
    @Test
    @Tag("neo4j")
    void graphDataScienceIsMeasuredWhereItsJarsWereFetched(@TempDir Path folder) {
        var jars = Path.of(System.getProperty("caucus.root"), "bench", "gds", "target", "lib");
        assumeThat(jars)
                .as("fetched by: mvn -f bench/gds dependency:copy-dependencies")
                .isDirectory();

        var said = run(folder, List.of("--python", "no-such-python", "--gds", jars.toString()));

        assertThat(said)
                .contains("GDS 2.")
                .containsPattern("PageRank, with GDS[^\\n]*\\n +GDS[^\\n]*\\n +Caucus")
                .containsPattern("components, with GDS[^\\n]*\\n +GDS[^\\n]*\\n +Caucus")
                .containsPattern("embeddings, with GDS[^\\n]*\\n +GDS[^\\n]*\\n +Caucus");
        assertThat(folder).isDirectoryNotContaining("glob:**/gds-*");
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
