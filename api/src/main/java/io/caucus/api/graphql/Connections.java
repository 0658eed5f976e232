package io.caucus.api.graphql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Pages of lists that are already at hand. */
final class Connections {

    static final int MOST_PER_PAGE = 100;

    private final Cursors cursors;

    Connections(Cursors cursors) {
        this.cursors = cursors;
    }

    /** A page with its edges, as Relay's specification of connections names them. */
    record Connection<T>(List<Edge<T>> edges, List<T> nodes, PageInfo pageInfo, long totalCount) {

        Connection {
            edges = List.copyOf(edges);
            nodes = List.copyOf(nodes);
        }

        static <T> Connection<T> of(List<Edge<T>> edges, PageInfo pageInfo, long totalCount) {
            return new Connection<>(edges, edges.stream().map(Edge::node).toList(), pageInfo, totalCount);
        }

        <R> Connection<R> map(Function<T, R> change) {
            return of(
                    edges.stream()
                            .map(edge -> new Edge<>(edge.cursor(), change.apply(edge.node())))
                            .toList(),
                    pageInfo,
                    totalCount);
        }
    }

    record Edge<T>(String cursor, T node) {}

    record PageInfo(
            boolean hasNextPage, boolean hasPreviousPage, Optional<String> startCursor, Optional<String> endCursor) {

        static <T> PageInfo of(List<Edge<T>> edges, boolean hasNextPage, boolean hasPreviousPage) {
            return new PageInfo(
                    hasNextPage,
                    hasPreviousPage,
                    edges.stream().findFirst().map(Edge::cursor),
                    edges.isEmpty()
                            ? Optional.empty()
                            : Optional.of(edges.getLast().cursor()));
        }
    }

    /**
     * A page of a list.
     *
     * @param name distinguishes the list from all others
     * @param totalCount how many there are, those included that are not at hand
     * @throws RequestFailed if the page size is out of range or the cursor is none of this list
     */
    <T> Connection<T> page(String name, List<T> items, long totalCount, int first, Optional<String> after) {
        checkSize(first, MOST_PER_PAGE);
        int start = after.map(
                        cursor -> Integer.parseInt(cursors.read(name, cursor).get(0)) + 1)
                .orElse(0);
        int end = Math.min(items.size(), start + first);
        var edges = IntStream.range(start, end)
                .mapToObj(index -> new Edge<>(cursors.write(name, List.of(Integer.toString(index))), items.get(index)))
                .toList();
        return Connection.of(edges, PageInfo.of(edges, end < items.size(), start > 0), totalCount);
    }

    static int checkSize(int first, int most) {
        if (first < 1 || first > most) {
            throw RequestFailed.badInput("'first' is %d, must be 1 to %d.".formatted(first, most));
        }
        return first;
    }
}
