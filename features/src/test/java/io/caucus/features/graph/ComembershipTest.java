package io.caucus.features.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComembershipTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @Test
    void whoSharesAGroupIsJoinedOnceForEachGroup() {
        var graph = Comembership.of(4, new int[] {0, 1, 2, 0, 1, 3}, new int[] {0, 0, 0, 7, 7, 9}, 10);

        assertThat(neighbours(graph, 0)).containsExactly(1, 1, 2);
        assertThat(neighbours(graph, 1)).containsExactly(0, 0, 2);
        assertThat(neighbours(graph, 2)).containsExactly(0, 1);
        assertThat(neighbours(graph, 3)).isEmpty();
    }

    @Test
    void belongingTwiceIsBelongingOnce() {
        var graph = Comembership.of(2, new int[] {0, 1, 0, 0}, new int[] {5, 5, 5, 5}, 2);

        assertThat(neighbours(graph, 0)).containsExactly(1);
    }

    @Test
    void aGroupWithTooManyMembersJoinsNobody() {
        var graph = Comembership.of(4, new int[] {0, 1, 2, 2, 3}, new int[] {0, 0, 0, 1, 1}, 2);

        assertThat(neighbours(graph, 0)).isEmpty();
        assertThat(neighbours(graph, 3)).containsExactly(2);
    }

    @Test
    void eachMembershipNeedsAMemberAndAGroup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comembership.of(1, new int[] {0}, new int[0], 2))
                .withMessage("1 members for 0 groups; each membership needs one of each");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itIsWhatComparingAllPairsFinds(long seed) {
        var random = new SplittableRandom(seed);
        int size = random.nextInt(1, 8);
        var members = random.ints(random.nextInt(40), 0, size).toArray();
        var groups = random.ints(members.length, 0, 6).toArray();
        int most = random.nextInt(1, 6);

        var graph = Comembership.of(size, members, groups, most);

        for (int vertex = 0; vertex < size; vertex++) {
            assertThat(neighbours(graph, vertex)).isEqualTo(slowly(vertex, size, members, groups, most));
        }
    }

    private static List<Integer> slowly(int vertex, int size, int[] members, int[] groups, int most) {
        var neighbours = new ArrayList<Integer>();
        for (int other = 0; other < size; other++) {
            for (int group = 0; group < 6; group++) {
                boolean isSmall = distinct(members, groups, group).size() <= most;
                boolean both = distinct(members, groups, group).containsAll(List.of(vertex, other));
                if (other != vertex && isSmall && both) {
                    neighbours.add(other);
                }
            }
        }
        return neighbours;
    }

    private static List<Integer> distinct(int[] members, int[] groups, int group) {
        return IntStream.range(0, members.length)
                .filter(place -> groups[place] == group)
                .mapToObj(place -> members[place])
                .distinct()
                .toList();
    }

    private static List<Integer> neighbours(Csr graph, int vertex) {
        return IntStream.range(graph.begin(vertex), graph.begin(vertex + 1))
                .mapToObj(graph::target)
                .toList();
    }
}
