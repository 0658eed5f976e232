package io.caucus.features.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsrTest {

    @Test
    void anUndirectedEdgeLeadsBothWaysAndALoopIsOneArc() {
        var graph = Csr.undirected(4, new int[] {2, 0, 1}, new int[] {0, 1, 1});

        assertThat(rows(graph))
                .containsExactly("0 → 1 × 1.0", "0 → 2 × 1.0", "1 → 0 × 1.0", "1 → 1 × 1.0", "2 → 0 × 1.0");
        assertThat(graph.isUndirected()).isTrue();
        assertThat(graph.strength(1)).isEqualTo(2);
        assertThat(graph.strength(3)).isZero();
        assertThat(graph.reversed()).isSameAs(graph);
    }

    @Test
    void parallelEdgesAreKeptAndSortedByWeight() {
        var graph = Csr.directed(2, new int[] {0, 0, 0}, new int[] {1, 1, 0}, new float[] {3, 0.5f, -0f});

        assertThat(rows(graph)).containsExactly("0 → 0 × 0.0", "0 → 1 × 0.5", "0 → 1 × 3.0");
        assertThat(graph.strength(0)).isEqualTo(3.5);
        assertThat(rows(graph.reversed())).containsExactly("0 → 0 × 0.0", "1 → 0 × 0.5", "1 → 0 × 3.0");
    }

    @Test
    void aGraphMayBeEmpty() {
        var graph = Csr.undirected(0, new int[] {}, new int[] {});

        assertThat(graph.size()).isZero();
        assertThat(graph.arcs()).isZero();
    }

    @Test
    void anEdgeThatCannotBeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csr.undirected(3, new int[] {0, 1}, new int[] {1, 3}))
                .withMessage("edge 1 joins 1 and 3; the vertices of this graph are 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csr.directed(3, new int[] {-1}, new int[] {1}))
                .withMessage("edge 0 joins -1 and 1; the vertices of this graph are 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csr.undirected(3, new int[] {0}, new int[] {1}, new float[] {Float.NaN}))
                .withMessage("edge 0 between 0 and 1 weighs NaN; a weight is finite and not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csr.undirected(3, new int[] {0}, new int[] {1}, new float[] {-1}))
                .withMessageContaining("weighs -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csr.undirected(3, new int[] {0}, new int[] {1, 2}))
                .withMessage("edges have 1 first ends, 2 second ends and no weights; each needs one of each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csr.undirected(-1, new int[] {}, new int[] {}))
                .withMessage("graph has -1 vertices; 0 is the least");
    }

    @Nested
    class OnAnyGraph {

        static LongStream seeds() {
            return LongStream.rangeClosed(1, 200);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void theOrderOfEdgesLeavesNoTrace(long seed) {
            var drawn = DrawnGraph.of(seed);

            assertThat(rows(drawn.shuffled(seed).weighted())).isEqualTo(rows(drawn.weighted()));
            assertThat(rows(drawn.shuffled(seed).undirected())).isEqualTo(rows(drawn.undirected()));
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void turnedTwiceItIsTheSame(long seed) {
            var graph = DrawnGraph.of(seed).directed();

            assertThat(rows(graph.reversed().reversed())).isEqualTo(rows(graph));
        }
    }

    private static List<String> rows(Csr graph) {
        var rows = new ArrayList<String>();
        for (int vertex = 0; vertex < graph.size(); vertex++) {
            for (int arc = graph.begin(vertex); arc < graph.begin(vertex + 1); arc++) {
                rows.add("%d → %d × %s".formatted(vertex, graph.target(arc), graph.weight(arc)));
            }
        }
        return rows;
    }
}
