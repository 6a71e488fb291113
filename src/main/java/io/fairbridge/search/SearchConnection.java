package io.fairbridge.search;

import io.fairbridge.platform.Connection.PageInfo;
import io.fairbridge.posting.Posting;
import io.fairbridge.search.Highlighter.Highlight;
import java.util.List;

/// A page of search results. Spring GraphQL takes any type whose name ends in `Connection` as it is.
record SearchConnection(int totalCount, List<Edge> edges, PageInfo pageInfo, List<Facet> facets) {

    /// A posting found, and where the words stand in it.
    record Edge(String cursor, Posting node, List<Highlight> highlights) {
    }
}
