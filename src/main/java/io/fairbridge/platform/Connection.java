package io.fairbridge.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of something that can grow.
public record Connection<T>(int totalCount, List<Edge<T>> edges, PageInfo pageInfo) {

    /// One entry with its place.
    public record Edge<T>(String cursor, T node) {
    }

    /// Where the page lies.
    public record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor, @Nullable String endCursor) {

        public static PageInfo of(List<String> cursors, boolean hasPrevious, boolean hasNext) {
            return cursors.isEmpty()
                    ? new PageInfo(hasNext, hasPrevious, null, null)
                    : new PageInfo(hasNext, hasPrevious, cursors.getFirst(), cursors.getLast());
        }
    }

    public Connection {
        edges = List.copyOf(edges);
    }

    public static <T> Connection<T> of(List<T> page, Function<T, String> cursor, int totalCount, boolean hasPrevious, boolean hasNext) {
        var edges = page.stream().map(node -> new Edge<>(cursor.apply(node), node)).toList();
        return new Connection<>(totalCount, edges, PageInfo.of(edges.stream().map(Edge::cursor).toList(), hasPrevious, hasNext));
    }
}
